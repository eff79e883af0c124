import Comments

/// Tells the moderators of held comments: one message for one comment, or a digest of several.
///
/// Each comment comes with three signed commands. A moderator answers with one of them, or follows a `mailto:` link that writes
/// such an answer.
public struct HeldNotice: Sendable {
    /// How many comments a digest shows; of the rest it tells the number.
    public static let most = 50
    static let actions = ["approve", "spam", "trash"]

    public struct Held: Sendable {
        public var comment: StoredComment
        public var thread: ThreadRecord?

        public init(_ comment: StoredComment, thread: ThreadRecord?) {
            self.comment = comment
            self.thread = thread
        }
    }

    let held: [Held]
    let total: Int
    let isDigest: Bool
    let number: Int64
    /// Which of the messages of its number this is; nil where it is the only one.
    let part: Int?
    let date: Timestamp

    /// A message about one comment.
    /// - Parameters:
    ///   - number: the dispatch's; names the message.
    ///   - part: tells the messages of one number apart.
    ///   - date: when the notice became due; its tokens are good for 14 days from then.
    public init(_ held: Held, number: Int64, part: Int? = nil, date: Timestamp) {
        self.held = [held]
        total = 1
        isDigest = false
        self.number = number
        self.part = part
        self.date = date
    }

    /// A digest.
    /// - Parameter total: how many comments it is about, also those of `held` beyond the first 50.
    public init(digest held: [Held], total: Int, number: Int64, date: Timestamp) {
        self.held = Array(held.prefix(Self.most))
        self.total = max(total, held.count)
        isDigest = true
        self.number = number
        part = nil
        self.date = date
    }

    /// nil where the site names no moderators, or there is nothing to tell.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        guard let envelope = MailEnvelope(to: context.settings.site.moderators, context: context),
            let first = held.first
        else { return nil }
        var body = MailBody()
        body.paragraph(introduction(envelope.siteName))
        for (index, held) in held.enumerated() {
            if total > 1 { body.heading("\(index + 1) of \(total)") }
            describe(held, in: &body, replyTo: envelope.from.address, context: context)
        }
        if total > held.count { body.paragraph("\(total - held.count) more are held: see moderato queue") }
        let host = context.host
        let message = envelope.message(
            subject: subject(first),
            date: date,
            id: isDigest ? "held.\(number)@\(host)" : "held.\(first.comment.id).\(number)@\(host)",
            references: [
                isDigest ? "held.\(date.description.prefix(10))@\(host)" : first.comment.threadMessageID(host)
            ],
            body: body
        )
        return OutgoingMail(message, number: number, part: part, host: host)
    }

    private func subject(_ first: Held) -> String {
        guard total == 1 else { return "\(total) comments are held" }
        return "Held: \(first.comment.nameInSubject) on \(first.thread.name(of: first.comment))"
    }

    private func introduction(_ siteName: String) -> String {
        let waiting = total == 1 ? "A comment on \(siteName) waits" : "\(total) comments on \(siteName) wait"
        let how =
            held.count == 1
            ? "Answer with approve, spam or trash as the first word, and leave the lines below in your answer."
            : "Answer with one of a comment's command lines first."
        return waiting + " for you. " + how + " The commands work once, for 14 days."
    }

    private func describe(_ held: Held, in body: inout MailBody, replyTo: String, context: OutboxContext) {
        let comment = held.comment
        body.describe(comment, of: held.thread, context)
        body.quote(comment, context)
        body.list(comment.decision.findings.map(Self.words))
        body.commands(
            Self.actions.map { action in
                let token = context.keys.token(for: action, on: comment.id, issued: date)
                return (action, "\(action) \(comment.id) \(token)")
            },
            to: replyTo
        )
    }

    private static func words(_ finding: Finding) -> String {
        guard finding.weight != 0 else { return finding.note }
        return finding.note + " (" + (finding.weight > 0 ? "+" : "") + Millionths.text(finding.weight) + ")"
    }
}
