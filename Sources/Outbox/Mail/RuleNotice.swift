import Comments

/// What a rule writes to the moderators or to a comment's author.
public struct RuleNotice: Sendable {
    public enum Recipient: Sendable {
        case moderators
        case author
    }

    let text: String
    let subject: String?
    let recipient: Recipient
    let comment: StoredComment
    let thread: ThreadRecord?
    let number: Int64
    let date: Timestamp

    /// - Parameters:
    ///   - text: as the rule has it; to an author of unproven address without anything that a visitor wrote.
    ///   - number: names the message.
    public init(
        _ text: String,
        subject: String?,
        to recipient: Recipient,
        about comment: StoredComment,
        thread: ThreadRecord?,
        number: Int64,
        date: Timestamp
    ) {
        self.text = text
        self.subject = subject
        self.recipient = recipient
        self.comment = comment
        self.thread = thread
        self.number = number
        self.date = date
    }

    /// nil where there is nobody to write to.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        switch recipient {
        case .moderators: toModerators(context)
        case .author: toAuthor(context)
        }
    }

    private func toModerators(_ context: OutboxContext) -> OutgoingMail? {
        guard let envelope = MailEnvelope(to: context.settings.site.moderators, context: context) else { return nil }
        var body = MailBody()
        body.paragraph("A rule of \(envelope.siteName) has a message for you:")
        body.quote(text)
        body.describe(comment, of: thread, context)
        return envelope.mail(
            "modmail",
            about: comment,
            subject: subject ?? "A rule matched: \(comment.nameInSubject) on \(thread.name(of: comment))",
            number: number,
            date: date,
            body: body
        )
    }

    private func toAuthor(_ context: OutboxContext) -> OutgoingMail? {
        guard let email = comment.author.email, let envelope = MailEnvelope(to: [email], context: context) else {
            return nil
        }
        var body = MailBody()
        body.passage(text)
        body.paragraph(
            "\(envelope.siteName) sends this because this address was given with a comment. If it was not yours, nothing is left to do."
        )
        return envelope.mail(
            "message",
            about: comment,
            subject: subject ?? "About your comment",
            number: number,
            date: date,
            body: body
        )
    }
}
