import Text

/// A body as WordPress would store it: trimmed and filtered, made once for all that compares and counts.
struct StoredBody {
    let bytes: [UInt8]
    /// Whether the filter had nothing to do: no tag, no entity, no stray bracket or ampersand.
    let isPlain: Bool

    init(_ body: String) {
        let trimmed = Array(Self.trimmed(body.utf8))
        isPlain = !trimmed.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "&") }
        bytes = isPlain ? trimmed : BodyFilter.filtered(trimmed)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Without what WordPress trims: white space of ASCII but form feed, and NUL.
    private static func trimmed(_ bytes: String.UTF8View) -> Substring.UTF8View {
        let rest = bytes.drop { $0.isASCIISpace || $0 == 0 }
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace && $0 != 0 }) else { return rest.prefix(0) }
        return rest[...last]
    }
}
