import Text

/// A base in whose folder relative paths without dots are found by putting its beginning before them, which is what
/// nearly all relative addresses in markup need.
struct PlainBase: Sendable {
    /// Before paths that begin with a slash, and before others; escaped for an attribute.
    private let root: [UInt8]
    private let folder: [UInt8]

    /// - Parameter isSafe: whether a link may have the base's scheme; nil is the result where not.
    init?(_ base: URIReference, isSafe: Bool) {
        guard isSafe, let scheme = base.scheme, let authority = base.authority, !Self.hasDots(base.path) else {
            return nil
        }
        let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let path = slash.map { String(base.path[...$0]) } ?? "/"
        var root: [UInt8] = []
        root.append(attributeText: scheme + "://" + authority)
        self.root = root
        root.append(attributeText: path)
        folder = root
    }

    private static func hasDots(_ path: String) -> Bool {
        zip(path.utf8, path.utf8.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: ".") }
    }

    /// - Parameter path: an address as it stands in an attribute.
    /// - Returns: nil where it has a scheme or an authority, is empty, or has segments of dots.
    func prefix(of path: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = path.first else { return nil }
        switch first {
        case 0...0x20, UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "&"):
            return nil
        default: break
        }
        var previous = first
        for byte in path.dropFirst() {
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "#"): return first == UInt8(ascii: "/") ? root : folder
            case UInt8(ascii: ":"), 0...0x20: return nil
            case UInt8(ascii: "/"), UInt8(ascii: "."): if previous == UInt8(ascii: "/") { return nil }
            default: break
            }
            previous = byte
        }
        return first == UInt8(ascii: "/") ? root : folder
    }
}
