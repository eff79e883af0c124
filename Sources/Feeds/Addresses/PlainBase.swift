import Text

/// A base in whose folder relative paths without dots are found by putting its beginning before them, which is what
/// nearly all relative addresses need.
struct PlainBase: Sendable {
    private struct Beginning {
        var text: String
        /// Escaped for an attribute.
        var escaped: [UInt8]

        init(_ text: String) {
            self.text = text
            escaped = []
            escaped.append(attributeText: text)
        }
    }

    /// Before paths that begin with a slash, and before others.
    private let root: Beginning
    private let folder: Beginning

    /// - Parameter isSafe: whether a link may have the base's scheme; nil is the result where not.
    init?(_ base: URIReference, isSafe: Bool) {
        guard isSafe, let scheme = base.scheme, let authority = base.authority, !Self.hasDots(base.path) else {
            return nil
        }
        let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let path = slash.map { String(base.path[...$0]) } ?? "/"
        root = Beginning(scheme + "://" + authority)
        folder = Beginning(root.text + path)
    }

    private static func hasDots(_ path: String) -> Bool {
        zip(path.utf8, path.utf8.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: ".") }
    }

    /// What stands before an address as it is in an attribute; nil where that is no path, or has white space or dots.
    func prefix(ofValue value: ArraySlice<UInt8>) -> [UInt8]? {
        value.withUnsafeBufferPointer { beginning(of: $0, mayHoldSpace: false) }?.escaped
    }

    /// A path made absolute; nil where `address` is none, or has dots.
    func resolved(_ address: String) -> String? {
        var address = address
        guard let beginning = address.withUTF8({ beginning(of: $0, mayHoldSpace: true) }) else { return nil }
        return beginning.text + address
    }

    /// What stands before a path; nil where there is a scheme or an authority, nothing, or a segment of dots.
    private func beginning(of path: UnsafeBufferPointer<UInt8>, mayHoldSpace: Bool) -> Beginning? {
        guard let first = path.first else { return nil }
        switch first {
        case 0...0x20, UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "&"):
            return nil
        default: break
        }
        var previous = first
        scan: for byte in path.dropFirst() {
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "#"): break scan
            case UInt8(ascii: ":"): return nil
            case 0...0x20: if !mayHoldSpace { return nil }
            case UInt8(ascii: "/"), UInt8(ascii: "."): if previous == UInt8(ascii: "/") { return nil }
            default: break
            }
            previous = byte
        }
        return first == UInt8(ascii: "/") ? root : folder
    }
}
