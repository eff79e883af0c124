import Comments
import Markup

/// The texts of a comment in which words are looked for, one a line: no entry has a line end, so none is found across two of them.
struct WordTexts {
    /// Name, website and body.
    let published: String
    /// E-mail, address and user agent, the last cut where WordPress cuts it.
    let hidden: String

    init(_ comment: Comment, _ stored: StoredBody, _ rendered: RenderedBody, format: BodyFormat) {
        let author = comment.author
        var published = [author.name]
        let storedName = AuthorNameFilter.stored(author.name)
        if storedName != author.name { published.append(storedName) }
        if let website = author.website { published.append(website) }
        published += Self.bodyTexts(comment.body, stored, rendered, format: format)
        self.published = published.joined(separator: "\n")
        var hidden = [author.email, author.ip].compactMap(\.self)
        if let agent = author.userAgent { hidden.append(String(decoding: agent.utf8.prefix(254), as: UTF8.self)) }
        self.hidden = hidden.joined(separator: "\n")
    }

    /// The text as typed and as a reader sees it, and what stands in the markup: addresses, titles, cites, comments.
    private static func bodyTexts(
        _ body: String,
        _ stored: StoredBody,
        _ rendered: RenderedBody,
        format: BodyFormat
    ) -> [String] {
        if format == .text || (stored.isPlain && format != .markdown) { return [body] }
        let typed = TypedTexts(stored.bytes)
        return [typed.text] + typed.insideMarkup + [rendered.readable] + rendered.attributes
    }
}
