import Comments

/// Tells the moderators that something is wrong with the desk: a rule set that does not load, a full disk, a corrupt ledger.
public struct TroubleNotice: Sendable {
    let summary: String
    let message: String
    let number: Int64
    let date: Timestamp

    /// - Parameters:
    ///   - summary: a few words for the subject.
    ///   - message: the error's description, and what to do; never with an e-mail or IP address.
    ///   - number: names the message.
    public init(_ summary: String, message: String, number: Int64, date: Timestamp) {
        self.summary = summary
        self.message = message
        self.number = number
        self.date = date
    }

    /// nil where the site names no moderators.
    public func mail(_ context: OutboxContext) -> OutgoingMail? {
        guard let envelope = MailEnvelope(to: context.settings.site.moderators, context: context) else { return nil }
        var body = MailBody()
        body.paragraph("Comments on \(envelope.siteName) need your attention:")
        body.quote(message)
        body.paragraph("No comment is lost. moderato status and moderato rules check tell more.")
        let mail = envelope.message(
            subject: "Trouble: \(summary)",
            date: date,
            id: "trouble.\(number)@\(context.host)",
            references: [],
            body: body
        )
        return OutgoingMail(mail, number: number, host: context.host)
    }
}
