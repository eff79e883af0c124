/// What comments can be imported from.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// WordPress's export, WXR 1.0 to 1.2.
    case wxr
    /// Disqus's XML export.
    case disqus
    /// A feed of comments: RSS, Atom, JSON Feed.
    case feed
    /// Remark42's export: one JSON object a line.
    case remark42
    /// The JSON export of Commento and Comentario.
    case commento
    case csv
    /// Our own: one comment a line.
    case jsonl

    /// The format that a file's beginning shows; nil where it could be any.
    /// - Parameter head: the first kilobytes.
    public static func detect(_ head: [UInt8]) -> ImportFormat? {
        let text = String(decoding: head.prefix(8192), as: UTF8.self)
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<") {
            if text.contains("wordpress.org/export/") { return .wxr }
            return text.contains("<disqus") ? .disqus : .feed
        }
        let line = start.prefix { !$0.isNewline }
        guard start.hasPrefix("{") else { return line.contains { ",;\t".contains($0) } ? .csv : nil }
        if isJSONFeed(start) { return .feed }
        if line.contains("\"commentHex\"") || line.contains("\"commenters\"") || text.contains("\"commenterHex\"") {
            return .commento
        }
        if text.contains("\"locator\"") || (line.contains("\"version\"") && line.contains("\"users\"")) {
            return .remark42
        }
        return text.contains("\"comments\"") ? .commento : .jsonl
    }

    /// Whether a key `version` says so; as JSON may, with slashes escaped.
    private static func isJSONFeed(_ text: Substring) -> Bool {
        text.ranges(of: "\"version\"").contains { key in
            let value = text[key.upperBound...].drop { $0.isWhitespace || $0 == ":" }
            return value.prefix(80).replacing("\\/", with: "/").hasPrefix("\"https://jsonfeed.org/version/")
        }
    }
}
