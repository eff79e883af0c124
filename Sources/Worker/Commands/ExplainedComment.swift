import Comments
import JSON
import Moderation
import Spam

/// Why a comment was, or would be, judged as it is.
public struct ExplainedComment {
    /// How the comment is named: its id, or file and item.
    let subject: String
    let explanation: Explanation?
    /// Why it is no comment.
    var problems: [Problem] = []
    var decidedBy: String?
    /// What tells today's classifier most, where it counts.
    var telling: [Telling] = []

    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("subject", subject)
            json.field("decidedBy", decidedBy)
            json.key("problems")
            json.array { json in for problem in problems { json.problem(problem) } }
            guard let explanation else { return }
            json.key("explanation")
            explanation.write(to: &json)
            json.key("telling")
            json.array { json in
                for telling in telling {
                    json.object { json in
                        json.field("what", telling.what)
                        json.key("weight")
                        json.raw(Millionths.text(telling.weight))
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }

    public func text() -> String {
        var lines = [subject]
        if let decidedBy { lines.append("decided by \(decidedBy), a moderator; what follows is what the worker found") }
        lines += problems.map { "rejected: \($0.code)\($0.field.isEmpty ? "" : " (\($0.field))"): \($0.message)" }
        if let explanation { lines.append(explanation.text) }
        if !telling.isEmpty {
            lines.append("What tells the classifier most:")
            let weights = telling.map { ($0.weight > 0 ? "+" : "") + Millionths.text($0.weight) }
            let width = weights.map(\.count).max() ?? 0
            lines += zip(weights, telling).map { weight, telling in
                "  " + String(repeating: " ", count: width - weight.count) + "\(weight)  \(telling.what)"
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
