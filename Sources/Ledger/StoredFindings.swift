import Comments
import JSON

/// Findings and problems as one JSON array each: `[["symbol",weight,"note"],…]`, `[["code","field","message"],…]`.
enum StoredFindings {
    static func utf8(_ findings: [Finding]) -> [UInt8]? {
        guard !findings.isEmpty else { return nil }
        var json = JSONWriter()
        json.reserve(findings.reduce(0) { $0 + $1.symbol.utf8.count + $1.note.utf8.count + 32 })
        json.array { json in
            for finding in findings {
                json.array { json in
                    json.string(finding.symbol)
                    json.integer(finding.weight)
                    json.string(finding.note)
                }
            }
        }
        return json.bytes
    }

    static func findings(_ text: String?) -> [Finding] {
        rows(text).map { Finding($0[0]?.string ?? "", weight: $0[1]?.int ?? 0, note: $0[2]?.string ?? "") }
    }

    static func utf8(_ problems: [Problem]) -> [UInt8]? {
        guard !problems.isEmpty else { return nil }
        var json = JSONWriter()
        json.array { json in
            for problem in problems {
                json.array { json in
                    json.string(problem.code)
                    json.string(problem.field)
                    json.string(problem.message)
                }
            }
        }
        return json.bytes
    }

    static func problems(_ text: String?) -> [Problem] {
        rows(text).map { Problem(code: $0[0]?.string ?? "", field: $0[1]?.string ?? "", message: $0[2]?.string ?? "") }
    }

    private static func rows(_ text: String?) -> [JSONValue] {
        guard let text, let value = try? JSONValue(parsing: Array(text.utf8)) else { return [] }
        return value.array ?? []
    }
}
