import Text

/// A URI or relative reference in its five parts (RFC 3986 section 3); nothing is checked but the delimiters.
struct URIReference: Equatable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.utf8.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = String(rest[rest.utf8.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = String(rest[..<colon]).asciiLowercased
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter else { return false }
        return text.utf8.allSatisfy { byte in
            byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
    }

    var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(path.utf8.count + 64)
        func append(_ part: String?, between before: StaticString = "", _ after: StaticString = "") {
            guard let part else { return }
            text.append(before)
            text.append(contentsOf: part.utf8)
            text.append(after)
        }
        append(scheme, between: "", ":")
        append(authority, between: "//")
        append(path)
        append(query, between: "?")
        append(fragment, between: "#")
        return String(decoding: text, as: UTF8.self)
    }

    /// This reference as seen from `base` (RFC 3986 section 5.2.2). A reference that repeats the base's scheme is
    /// read as relative where it has no authority, as feeds in the wild need it.
    func resolved(against base: URIReference) -> URIReference {
        var result = self
        guard base.scheme != nil || base.authority != nil || !base.path.isEmpty else { return self }
        if let scheme, scheme != base.scheme || !Self.hierarchical.contains(scheme) { return self }
        result.scheme = base.scheme
        if authority != nil { return result }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            if query == nil { result.query = base.query }
            return result
        }
        if path.utf8.first == UInt8(ascii: "/") {
            result.path = Self.withoutDots(path)
        } else {
            result.path = Self.withoutDots(base.folder + path)
        }
        return result
    }

    /// The path up to its last slash.
    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return authority == nil ? "" : "/" }
        return String(Substring(path.utf8[...slash]))
    }

    private static let hierarchical: Set<String> = [
        "ftp", "http", "https", "gopher", "nntp", "imap", "wais", "file", "shttp", "mms", "prospero", "rtsp", "rtspu",
        "sftp", "svn", "svn+ssh",
    ]

    /// RFC 3986 section 5.2.4.
    private static func withoutDots(_ path: String) -> String {
        let bytes = Array(path.utf8)
        guard let root = bytes.first, hasDots(bytes) else { return path }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        // Where the segments that are kept begin, so that `..` finds the one before.
        var starts: [Int] = []
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
            let next = min(end + 1, bytes.count)
            switch (end - index, bytes[index..<end].allSatisfy { $0 == UInt8(ascii: ".") }) {
            case (1, true): break
            case (2, true):
                // An absolute path keeps its root, the empty segment before its first slash.
                if starts.count > (root == UInt8(ascii: "/") ? 1 : 0), let start = starts.popLast() {
                    output.removeLast(output.count - start)
                }
            default:
                starts.append(output.count)
                output.append(contentsOf: bytes[index..<next])
            }
            index = next
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a segment begins with a dot.
    private static func hasDots(_ path: [UInt8]) -> Bool {
        var previous = UInt8(ascii: "/")
        for byte in path {
            if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { return true }
            previous = byte
        }
        return false
    }
}
