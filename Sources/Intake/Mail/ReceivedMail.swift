import Text

/// A message as it came by mail (RFC 5322, MIME), as far as a moderator's answer needs it.
struct ReceivedMail {
    /// Multiparts within multiparts, and parts in all, that are looked at.
    private static let deepest = 8
    private static let most = 100

    private let header: MailHeader
    /// The first part that is plain text, or else the first that is HTML, decoded.
    let text: (content: String, isHTML: Bool)?

    /// nil where the bytes don't begin with a header.
    init?(_ bytes: [UInt8]) {
        guard let entity = MailEntity(bytes[...]) else { return nil }
        header = entity.header
        var open = [(entity: entity, depth: 0)]
        var html: MailEntity?
        var plain: MailEntity?
        var seen = 0
        while plain == nil, seen < Self.most, let (entity, depth) = open.popLast() {
            seen += 1
            let type = entity.type
            if type.hasPrefix("multipart/") {
                if depth < Self.deepest { open += entity.parts(most: Self.most).reversed().map { ($0, depth + 1) } }
            } else if type == "text/html" {
                html = html ?? entity
            } else if type == "text/plain" || type.isEmpty {
                plain = entity
            }
        }
        text = (plain ?? html).map { (String(decoding: $0.content, as: UTF8.self), plain == nil) }
    }

    /// The one address that the message says it is from; nil where it names none or several.
    var sender: String? {
        let from = header.values("from")
        guard from.count == 1, let value = from.first else { return nil }
        return MailHeader.soleAddress(value)
    }
}
