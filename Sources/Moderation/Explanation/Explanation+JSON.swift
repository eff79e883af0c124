import Comments
public import JSON

extension Explanation {
    /// One object: `verdict`, `score`, `probability`, `phases` (each with `phase`, `decides`, `findings`), `evidence`, `pivots`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("verdict", verdict.rawValue)
            json.key("score")
            json.raw(Millionths.text(score))
            json.key("probability")
            json.raw(Millionths.text(Millionths.value(probability)))
            json.key("phases")
            json.array { json in
                for part in parts { Self.write(part, to: &json) }
            }
            json.key("evidence")
            json.array { json in
                for finding in evidence { Self.write(finding, to: &json) { _ in } }
            }
            json.key("pivots")
            json.array { json in
                for pivot in pivots {
                    Self.write(pivot.signal.finding, to: &json) { json in
                        json.field("phase", pivot.signal.phase.rawValue)
                        json.field("without", pivot.verdictWithout.rawValue)
                    }
                }
            }
        }
    }

    private static func write(_ part: Part, to json: inout JSONWriter) {
        json.object { json in
            json.field("phase", part.phase.rawValue)
            json.field("decides", part.decides)
            json.key("findings")
            json.array { json in
                for signal in part.signals {
                    write(signal.finding, to: &json) { json in json.field("effect", signal.effect.name) }
                }
            }
        }
    }

    private static func write(_ finding: Finding, to json: inout JSONWriter, rest: (inout JSONWriter) -> Void) {
        json.object { json in
            json.field("symbol", finding.symbol)
            json.key("weight")
            json.raw(Millionths.text(finding.weight))
            json.field("note", finding.note)
            rest(&json)
        }
    }
}

extension Signal.Effect {
    /// A word or two for it; nil for what only informs.
    var name: String? {
        switch self {
        case .none, .concludes: nil
        case .settles(let verdict): "settles \(verdict.rawValue)"
        case .raises(let verdict, _): "raises \(verdict.rawValue)"
        case .lifts: "approves"
        }
    }
}
