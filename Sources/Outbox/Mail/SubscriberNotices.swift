import Comments

/// Asks an address whether it wants to be told of replies. It quotes nothing that a visitor wrote.
public struct ConfirmationNotice: Sendable {
    let subscription: CommentID
    let email: String
    let number: Int64
    let date: Timestamp

    /// - Parameters:
    ///   - subscription: the comment that asked for replies.
    ///   - number: the dispatch's; names the message.
    public init(_ subscription: CommentID, email: String, number: Int64, date: Timestamp) {
        self.subscription = subscription
        self.email = email
        self.number = number
        self.date = date
    }

    /// nil where the address is not valid.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        guard let envelope = MailEnvelope(to: [email], context: context) else { return nil }
        let token = context.keys.token(for: "subscribe", on: subscription, issued: date)
        var body = MailBody()
        body.paragraph(
            "Somebody, probably you, asked \(envelope.siteName) to tell this address of replies to a comment. Answer with the "
                + "line below if that is what you want; otherwise do nothing, and no more mail will come."
        )
        body.commands([("Yes, tell me of replies", "subscribe \(subscription) \(token)")], to: envelope.from.address)
        let message = envelope.message(
            subject: "Do you want to be told of replies?",
            date: date,
            id: "confirm.\(subscription).\(number)@\(context.host)",
            references: [],
            body: body
        )
        return OutgoingMail(message, number: number, host: context.host)
    }
}

/// Tells a subscriber of a published reply.
public struct ReplyNotice: Sendable {
    let reply: StoredComment
    let thread: ThreadRecord?
    let subscription: CommentID
    let email: String
    let number: Int64
    let date: Timestamp

    /// Seconds that one can unsubscribe by a message: ten years.
    static let lifetime: Int64 = 3650 * 86400

    /// - Parameters:
    ///   - subscription: the comment that asked for replies.
    ///   - email: the address that confirmed.
    ///   - number: the dispatch's; names the message.
    public init(
        _ reply: StoredComment,
        thread: ThreadRecord?,
        subscription: CommentID,
        email: String,
        number: Int64,
        date: Timestamp
    ) {
        self.reply = reply
        self.thread = thread
        self.subscription = subscription
        self.email = email
        self.number = number
        self.date = date
    }

    /// nil where the address is not valid.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        guard let envelope = MailEnvelope(to: [email], context: context) else { return nil }
        let token = context.keys.token(for: "unsubscribe", on: subscription, issued: date, lifetime: Self.lifetime)
        let stop = "unsubscribe \(subscription) \(token)"
        let title = thread.name(of: reply)
        var body = MailBody()
        body.paragraph("There is a reply on \(title).")
        body.fields([("By", reply.author.name.isEmpty ? context.phrases.anonymous : reply.author.name)])
        body.quote(reply, context)
        body.link("Read it", reply.id.permalink(on: reply.thread))
        body.paragraph("To get no more of these, answer with the line below.")
        body.commands([("Unsubscribe", stop)], to: envelope.from.address)
        return envelope.mail(
            "reply",
            about: reply,
            subject: "A reply on \(title)",
            number: number,
            date: date,
            body: body,
            unsubscribe: MailTo.address(envelope.from.address, words: stop)
        )
    }
}
