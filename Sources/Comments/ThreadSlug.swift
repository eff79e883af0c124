import Digests
import Text

/// The name of a thread in the outbox, which a site's generator can compute as well.
public enum ThreadSlug {
    /// The longest path that is its own slug.
    static let longestPath = 120
    /// Of a derived slug, before its digest.
    static let longestStem = 80
    /// The slug of the site's root.
    static let root = "_"

    /// The path without outer slashes where every segment is wholly `[a-z0-9_-]`, there is no query and the host is the site's own; else
    /// what names it, cut, and 8 hexadecimal digits of the canonical address's SHA-256, in one segment.
    ///
    /// Its letters are `a-z`, `0-9`, `_`, `-`, `~`, and `/` between segments that are not empty: it is safe as a relative path.
    public static func slug(of thread: ThreadAddress, on site: SiteAddress?) -> String {
        let isForeign = site.map { thread.host != nil && thread.host != $0.host } ?? (thread.host != nil)
        var path = thread.pathAndQuery
        if path.utf8.first == UInt8(ascii: "/") { path = path.dropFirst() }
        if !isForeign {
            if path.isEmpty { return root }
            if isPlain(path) { return String(path) }
        }
        let named = (isForeign ? (thread.host ?? "") + "/" : "") + path
        return stem(of: named) + "~" + SHA256.digest(thread.canonical).hex(4)
    }

    private static func isPlain(_ path: Substring) -> Bool {
        guard path.utf8.count <= longestPath, path != root else { return false }
        var previous = UInt8(ascii: "/")
        for byte in path.utf8 {
            guard isSlugByte(byte) || (byte == UInt8(ascii: "/") && previous != byte) else { return false }
            previous = byte
        }
        return previous != UInt8(ascii: "/")
    }

    private static func stem(of text: String) -> String {
        var bytes: [UInt8] = []
        var isRun = true
        for byte in text.lowercased().utf8 {
            if isSlugByte(byte) {
                bytes.append(byte)
                isRun = false
            } else if !isRun {
                bytes.append(UInt8(ascii: "-"))
                isRun = true
            }
        }
        if isRun, bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes.prefix(longestStem), as: UTF8.self)
    }

    private static func isSlugByte(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
