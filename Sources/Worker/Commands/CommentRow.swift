import Comments
import JSON
import Ledger
import Text

/// A comment as `list` and `show` print it. E-mail, address and agent appear only where they are asked for.
public struct CommentRow {
    private let comment: StoredComment
    /// nil: a row of a list, without the body.
    private let actions: [ActionRecord]?

    public init(_ comment: StoredComment, actions: [ActionRecord]? = nil) {
        self.comment = comment
        self.actions = actions
    }

    /// One line of JSON.
    public func json(isPrivate: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("id", comment.id.description)
            json.field("senderId", comment.senderID)
            json.field("delivery", comment.origin.delivery)
            json.field("thread", comment.thread?.canonical)
            json.field("parent", comment.parent?.description)
            json.field("name", comment.author.name.isEmpty ? nil : comment.author.name)
            json.field("website", comment.author.website)
            json.field("verdict", comment.decision.verdict.rawValue)
            json.key("score")
            json.raw(Millionths.text(comment.decision.score))
            json.key("findings")
            json.array { json in for finding in comment.decision.findings { json.finding(finding) } }
            json.key("tags")
            json.array { json in for tag in comment.decision.tags { json.string(tag) } }
            json.key("problems")
            json.array { json in for problem in comment.decision.problems { json.problem(problem) } }
            json.field("submittedAt", comment.submittedAt?.description)
            json.field("decidedAt", comment.decidedAt.description)
            json.field("decidedBy", comment.decidedBy)
            if isPrivate {
                json.field("email", comment.author.email)
                json.field("ip", comment.author.ip)
                json.field("userAgent", comment.author.userAgent)
            }
            if let actions { writeWhole(actions, to: &json) }
        }
        json.newline()
        return json.bytes
    }

    private func writeWhole(_ actions: [ActionRecord], to json: inout JSONWriter) {
        json.field("body", comment.body)
        json.field("format", comment.format?.rawValue)
        json.field("publishedAt", comment.publishedAt?.description)
        json.field("editedAt", comment.editedAt?.description)
        json.field("ruleSet", comment.decision.ruleSet.isEmpty ? nil : comment.decision.ruleSet)
        json.field("model", comment.decision.model.isEmpty ? nil : comment.decision.model)
        json.key("actions")
        json.array { json in
            for action in actions {
                json.object { json in
                    json.field("number", Int(action.number))
                    json.field("action", action.name)
                    json.field("at", action.at.description)
                    json.field("by", action.by)
                    json.field("note", action.note)
                    json.field("before", action.before)
                    json.field("after", action.after)
                    json.field("undone", action.isUndone)
                }
            }
        }
    }

    /// Lines for a person.
    public func text(isPrivate: Bool) -> String {
        var lines: [String] = []
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append(name + String(repeating: " ", count: max(1, 13 - name.count)) + value)
        }
        let decision = comment.decision
        add("comment", comment.id.description)
        add(
            "verdict",
            decision.verdict.rawValue + " by " + (comment.decidedBy ?? "moderato") + " at \(comment.decidedAt)"
        )
        add("thread", comment.thread?.url)
        add("answers", comment.parent?.description)
        add("author", comment.author.name + (comment.author.isVerified ? " (verified)" : ""))
        if isPrivate {
            add("e-mail", comment.author.email)
            add("address", comment.author.ip)
            add("agent", comment.author.userAgent)
        }
        add("website", comment.author.website)
        add("submitted", comment.submittedAt?.description)
        add("delivery", "\(comment.origin.delivery), item \(comment.origin.index + 1)")
        add("sender's id", comment.senderID)
        add("tags", decision.tags.joined(separator: ", "))
        for problem in decision.problems { add("problem", "\(problem.code): \(problem.message)") }
        for finding in decision.findings {
            let weight = finding.weight == 0 ? "" : " (\(Millionths.text(finding.weight)))"
            add("finding", "\(finding.symbol)\(weight): \(finding.note)")
        }
        for action in actions ?? [] {
            let change = action.name == "edit" ? "" : ", \(action.before) to \(action.after)"
            let note = action.note.map { ": " + $0 } ?? ""
            let undone = action.isUndone ? " (undone)" : ""
            add(
                "action \(action.number)",
                "\(action.name)\(change) by \(action.by ?? "moderato") at \(action.at)\(note)\(undone)"
            )
        }
        return lines.joined(separator: "\n") + "\n\n" + comment.body
    }
}

extension JSONWriter {
    mutating func finding(_ finding: Finding) {
        object { json in
            json.field("symbol", finding.symbol)
            json.key("weight")
            json.raw(Millionths.text(finding.weight))
            json.field("note", finding.note)
        }
    }

    mutating func problem(_ problem: Problem) {
        object { json in
            json.field("code", problem.code)
            json.field("field", problem.field)
            json.field("message", problem.message)
        }
    }
}
