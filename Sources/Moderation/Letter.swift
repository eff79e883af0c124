public import Comments
import Rules

/// Mail that a rule asks for when it matches.
public struct Letter: Sendable, Hashable {
    public enum Recipient: Sendable, Hashable {
        case moderators
        case author
    }

    public let recipient: Recipient
    public let subject: String?
    public let body: String
    /// The key of an address that nobody proved to be the author's: such a one gets at most one letter a day.
    public let unprovenAddress: Int64?
}

/// What a rule answers a comment with, waiting for a moderator's approval.
public struct Answer: Sendable {
    public let comment: Comment
    public let decision: Decision
}

extension Hearing {
    /// What the rules that matched ask to be mailed. A rejected comment is none, and nobody writes to the sender of spam.
    func letters(on verdict: Verdict) -> [Letter] {
        guard verdict != .rejected else { return [] }
        return rules.matches.flatMap { match in
            match.messages.compactMap { message in
                switch message.recipient {
                case .thread: nil
                case .moderators: Letter(.moderators, message)
                case .author where verdict == .spam || comment.author.email == nil: nil
                case .author:
                    Letter(.author, message, unprovenAddress: authorProof == .verified ? nil : analysis.keys.email)
                }
            }
        }
    }

    /// What the rules that matched answer in the thread; nothing answers spam or what is rejected.
    func answers(on verdict: Verdict) -> [Answer] {
        guard verdict != .rejected, verdict != .spam else { return [] }
        return rules.matches.flatMap { match in
            match.messages.filter { $0.recipient == .thread }.map { answer($0.body, by: match.place) }
        }
    }

    private func answer(_ text: String, by rule: RulePlace) -> Answer {
        let origin = comment.origin
        let id = policy.keys.commentID(answering: origin.id, rule: rule.description)
        let title = policy.settings.site.title
        let note = "Rule \(rule) answers the comment with this; approve it to publish it."
        return Answer(
            comment: Comment(
                origin: Origin(id: id, delivery: origin.delivery, index: origin.index, arrivedAt: origin.arrivedAt),
                thread: comment.thread,
                parent: origin.id.description,
                author: Author(name: title.isEmpty ? "Moderator" : title),
                body: text,
                format: .markdown,
                submittedAt: comment.submittedAt
            ),
            decision: Decision(verdict: .held, findings: [Finding(Symbol.ruleAnswer.rawValue, note: note)])
        )
    }
}

extension Letter {
    fileprivate init(_ recipient: Recipient, _ message: RuleMatch.Message, unprovenAddress: Int64? = nil) {
        self.init(
            recipient: recipient,
            subject: message.subject,
            body: message.body,
            unprovenAddress: unprovenAddress
        )
    }
}
