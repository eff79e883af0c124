import Comments
import Markup
import Text

/// The texts of a comment in which words are looked for, one a line: no entry has a line end, so none is found across two of them.
/// Buffers that are used again from comment to comment.
struct WordTexts {
    /// Name, website and body.
    private(set) var published = Lines()
    /// E-mail, address and user agent, the last cut where WordPress cuts it.
    private(set) var hidden = Lines()

    mutating func read(
        _ comment: borrowing Comment,
        storedName: String,
        _ stored: StoredBody,
        _ rendered: RenderedBody,
        format: BodyFormat
    ) {
        published.removeAll()
        published.append(comment.author.name)
        if storedName != comment.author.name { published.append(storedName) }
        if let website = comment.author.website { published.append(website) }
        if format == .text || (stored.isPlain && format != .markdown) {
            published.append(comment.body)
        } else {
            appendTexts(ofMarkup: stored, rendered)
        }
        hidden.removeAll()
        if let email = comment.author.email { hidden.append(email) }
        if let ip = comment.author.ip { hidden.append(ip) }
        if let agent = comment.author.userAgent { hidden.append(Self.cut(agent)) }
    }

    private static let longestAgent = 254

    private static func cut(_ agent: String) -> String {
        agent.utf8.count > longestAgent ? String(decoding: agent.utf8.prefix(longestAgent), as: UTF8.self) : agent
    }

    /// The text as typed and as a reader sees it, and what stands in the markup: addresses, titles, cites, comments.
    private mutating func appendTexts(ofMarkup stored: StoredBody, _ rendered: RenderedBody) {
        let typed = stored.text.withBytes(TypedTexts.init)
        published.append(typed.text)
        for text in typed.insideMarkup { published.append(text) }
        published.append(rendered.readable)
        for text in rendered.attributes { published.append(text) }
    }
}

/// Texts put together in UTF-8, one a line.
struct Lines {
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isEmpty = true
    }

    mutating func append(_ line: String) {
        var line = line
        line.withUTF8 { append($0) }
    }

    mutating func append(_ line: [UInt8]) { line.withUnsafeBufferPointer { append($0) } }

    private mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
        if !isEmpty { bytes.append(0x0A) }
        bytes.append(contentsOf: line)
        isEmpty = false
    }
}
