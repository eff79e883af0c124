import Comments
import Markup

/// The texts of a comment in which words are looked for, one a line: no entry has a line end, so none is found across two of them.
struct WordTexts {
    /// Name, website and body.
    let published: String
    /// E-mail, address and user agent, the last cut where WordPress cuts it.
    let hidden: String

    init(
        _ comment: borrowing Comment,
        storedName: String,
        _ stored: StoredBody,
        _ rendered: RenderedBody,
        format: BodyFormat
    ) {
        let name = comment.author.name
        var published = Lines(room: name.utf8.count + comment.body.utf8.count)
        published.append(name)
        if storedName != name { published.append(storedName) }
        if let website = comment.author.website { published.append(website) }
        if format == .text || (stored.isPlain && format != .markdown) {
            published.append(comment.body)
        } else {
            Self.appendTexts(ofMarkup: stored, rendered, to: &published)
        }
        self.published = published.text
        var hidden = Lines(room: Self.longestAgent)
        if let email = comment.author.email { hidden.append(email) }
        if let ip = comment.author.ip { hidden.append(ip) }
        if let agent = comment.author.userAgent { hidden.append(Self.cut(agent)) }
        self.hidden = hidden.text
    }

    private static let longestAgent = 254

    private static func cut(_ agent: String) -> String {
        agent.utf8.count > longestAgent ? String(decoding: agent.utf8.prefix(longestAgent), as: UTF8.self) : agent
    }

    /// The text as typed and as a reader sees it, and what stands in the markup: addresses, titles, cites, comments.
    private static func appendTexts(ofMarkup stored: StoredBody, _ rendered: RenderedBody, to lines: inout Lines) {
        let typed = TypedTexts(stored.bytes)
        lines.append(typed.text)
        for text in typed.insideMarkup { lines.append(text) }
        lines.append(rendered.readable)
        for text in rendered.attributes { lines.append(text) }
    }
}

/// Texts put together, one a line.
private struct Lines {
    private var bytes: [UInt8] = []
    private var isEmpty = true

    init(room: Int) { bytes.reserveCapacity(room + 128) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ line: String) {
        if !isEmpty { bytes.append(0x0A) }
        var line = line
        line.withUTF8 { bytes.append(contentsOf: $0) }
        isEmpty = false
    }
}
