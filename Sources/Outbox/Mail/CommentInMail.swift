import Comments
import Digests

/// How notices show a comment and name its thread.
extension MailBody {
    /// How much of a body a notice quotes, in bytes.
    private static let longest = 4000

    /// Who wrote it, on what, where and when.
    mutating func describe(_ comment: StoredComment, of thread: ThreadRecord?, _ context: OutboxContext) {
        let author = comment.author
        fields(
            [
                ("By", author.name.isEmpty ? "(no name)" : author.name + (author.isVerified ? " (verified)" : "")),
                author.website.map { ("Website", $0) },
                ("On", thread.name(of: comment)),
                comment.thread.map { ("Page", $0.url) },
                ("At", context.mailDates.text(comment.postedAt) + " (\(context.settings.site.timezone))"),
                ("Id", comment.id.description),
            ].compactMap { $0 }
        )
    }

    /// The body as text, cut where it is long.
    mutating func quote(_ comment: StoredComment, _ context: OutboxContext) {
        let text = context.markup.render(comment.body, format: comment.format).text
        let utf8 = text.utf8
        guard utf8.count > Self.longest else { return quote(text) }
        var end = utf8.index(utf8.startIndex, offsetBy: Self.longest)
        while utf8[end] & 0xC0 == 0x80 { utf8.formIndex(before: &end) }
        let rest = utf8.distance(from: end, to: utf8.endIndex)
        quote(text[..<end] + "\n[… \(rest) more bytes: moderato show \(comment.id)]")
    }
}

extension ThreadRecord? {
    func name(of comment: StoredComment) -> String { self?.title ?? comment.thread?.url ?? "(no thread)" }
}

extension StoredComment {
    var nameInSubject: String { author.name.isEmpty ? "a comment" : author.name }

    /// What all messages on one thread refer to, so that they hang together in a mail reader.
    func threadMessageID(_ host: String) -> String {
        "thread.\(SHA256.digest(thread?.canonical ?? "").hex(8))@\(host)"
    }
}
