import Comments

/// Tells moderators, and the post's author where their address is known, that a comment was approved.
public struct ApprovedNotice: Sendable {
    let comment: StoredComment
    let thread: ThreadRecord?
    let number: Int64
    let date: Timestamp

    /// - Parameter number: the dispatch's; names the message.
    public init(_ comment: StoredComment, thread: ThreadRecord?, number: Int64, date: Timestamp) {
        self.comment = comment
        self.thread = thread
        self.number = number
        self.date = date
    }

    /// nil where there is nobody to tell.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        let addresses = context.settings.site.moderators + [thread?.authorEmail].compactMap { $0 }
        guard let envelope = MailEnvelope(to: addresses, context: context) else { return nil }
        var body = MailBody()
        body.paragraph("A comment on \(envelope.siteName) was approved.")
        body.describe(comment, of: thread, context)
        body.quote(comment, context)
        body.link("Read it", comment.id.permalink(on: comment.thread))
        return envelope.mail(
            "approved",
            about: comment,
            subject: "Approved: \(comment.nameInSubject) on \(thread.name(of: comment))",
            number: number,
            date: date,
            body: body
        )
    }
}

/// Tells a commenter what became of their comment: approved, or rejected and why. Goes to verified addresses alone.
public struct OutcomeNotice: Sendable {
    let comment: StoredComment
    let thread: ThreadRecord?
    let number: Int64
    let date: Timestamp

    /// - Parameter number: the dispatch's; names the message.
    public init(_ comment: StoredComment, thread: ThreadRecord?, number: Int64, date: Timestamp) {
        self.comment = comment
        self.thread = thread
        self.number = number
        self.date = date
    }

    /// nil where the address is not verified, or the comment neither approved nor rejected.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        guard comment.author.isVerified, let email = comment.author.email,
            let envelope = MailEnvelope(to: [email], context: context)
        else { return nil }
        let title = thread.name(of: comment)
        var body = MailBody()
        let subject: String
        switch comment.decision.verdict {
        case .approved:
            subject = "Your comment on \(title) was published"
            body.paragraph("Your comment on \(title) was published.")
            body.link("Read it", comment.id.permalink(on: comment.thread))
        case .rejected:
            subject = "Your comment on \(title) was not accepted"
            body.paragraph("Your comment on \(title) could not be accepted:")
            body.list(comment.decision.problems.map(\.message))
            body.quote(comment, context)
        case .held, .spam, .trashed: return nil
        }
        return envelope.mail("outcome", about: comment, subject: subject, number: number, date: date, body: body)
    }
}
