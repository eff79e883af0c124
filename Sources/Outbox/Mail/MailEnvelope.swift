import Comments

/// Whom the site's mail comes from and goes to.
struct MailEnvelope {
    let from: MailMessage.Address
    let to: [MailMessage.Address]
    let siteName: String
    private let host: String

    /// nil where no address is valid or the site has none to write from.
    init?(to addresses: [String], context: OutboxContext) {
        let site = context.settings.site
        host = context.host
        siteName = site.title.isEmpty ? context.host : site.title
        to = addresses.filter(EmailAddress.isValid).map { MailMessage.Address(address: $0) }
        guard !to.isEmpty, let sender = site.sender ?? site.moderators.first, EmailAddress.isValid(sender) else {
            return nil
        }
        from = MailMessage.Address(name: siteName, address: sender)
    }

    /// A message about one comment, among those of its thread.
    /// - Parameters:
    ///   - kind: of message; names it, with the comment and `number`.
    func mail(
        _ kind: String,
        about comment: StoredComment,
        subject: String,
        number: Int64,
        date: Timestamp,
        body: MailBody,
        unsubscribe: String? = nil
    ) -> OutgoingMail {
        let mail = message(
            subject: subject,
            date: date,
            id: "\(kind).\(comment.id).\(number)@\(host)",
            references: [comment.threadMessageID(host)],
            body: body,
            unsubscribe: unsubscribe
        )
        return OutgoingMail(mail, number: number, host: host)
    }

    func message(
        subject: String,
        date: Timestamp,
        id: String,
        references: [String],
        body: MailBody,
        unsubscribe: String? = nil
    ) -> MailMessage {
        MailMessage(
            from: from,
            to: to,
            subject: "[\(siteName)] \(subject)",
            date: date,
            id: id,
            references: references,
            listID: "comments.\(host)",
            listName: siteName,
            unsubscribe: unsubscribe ?? "mailto:\(MailTo.encoded(from.address))?subject=unsubscribe",
            text: body.text,
            html:
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(HTMLText.escaped(subject.onOneLine))</title></head><body>\n"
                + body.html
                + "</body></html>\n"
        )
    }
}
