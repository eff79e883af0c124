import Comments

extension Explanation {
    /// For people: the verdict and what it rests on, the phases in order, the score's parts, and what would have changed the verdict.
    public var text: String {
        ([headline, ""] + phaseLines + scoreLines + pivotLines).joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let deciding = parts.filter(\.decides).map(\.phase.words)
        let reason = deciding.isEmpty ? "nothing speaks against it" : "by " + deciding.joined(separator: ", ")
        return "\(verdict.rawValue): \(reason)"
    }

    private var phaseLines: [String] {
        let width = parts.map { $0.phase.words.count }.max() ?? 0
        return parts.flatMap { part in
            let mark = part.decides ? "*" : " "
            let name = part.phase.words.padded(to: width)
            if part.signals.isEmpty { return ["\(mark) \(name)  -"] }
            return part.signals.enumerated().map { index, signal in
                let head = index == 0 ? "\(mark) \(name)" : "  " + "".padded(to: width)
                let effect = signal.effect.name.map { "\($0): " } ?? ""
                return "\(head)  \(effect)\(signal.finding.note) [\(signal.finding.symbol)]"
            }
        }
    }

    private var scoreLines: [String] {
        let summary =
            "score \(Millionths.text(score)), probability of spam \(Millionths.text(Millionths.value(probability)))"
        let weights = evidence.map { ($0.weight > 0 ? "+" : "") + Millionths.text($0.weight) }
        let width = weights.map(\.count).max() ?? 0
        let lines = zip(weights, evidence).map { weight, finding in
            "  " + String(repeating: " ", count: width - weight.count)
                + "\(weight)  \(finding.note) [\(finding.symbol)]"
        }
        return ["", summary] + lines
    }

    private var pivotLines: [String] {
        if pivots.isEmpty { return ["", "No single finding, left out, would change the verdict."] }
        return ["", "Left out, one of these alone would change the verdict:"]
            + pivots.map { "  \($0.signal.finding.symbol) -> \($0.verdictWithout.rawValue): \($0.signal.finding.note)" }
    }
}

extension Phase.Name {
    /// As people say it.
    var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
