import Text

/// A body as WordPress would store it: trimmed and filtered, made once for all that compares and counts.
struct StoredBody {
    let bytes: [UInt8]
    let text: String
    /// Whether the filter had nothing to do: no tag, no entity, no stray bracket or ampersand.
    let isPlain: Bool

    init(_ body: String) {
        var body = body
        let (trimmed, isPlain) = body.withUTF8 { bytes in
            let trimmed = UnsafeBufferPointer(rebasing: Self.trimmed(bytes))
            let mark = trimmed.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"))
            return (Array(trimmed), mark == trimmed.count)
        }
        self.isPlain = isPlain
        bytes = isPlain ? trimmed : BodyFilter.filtered(trimmed)
        let isWhole = isPlain && bytes.count == body.utf8.count
        text = isWhole ? body : String(decoding: bytes, as: UTF8.self)
    }

    /// Without what WordPress trims: white space of ASCII but form feed, and NUL.
    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        let rest = bytes.drop { $0.isASCIISpace || $0 == 0 }
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace && $0 != 0 }) else { return rest.prefix(0) }
        return rest[...last]
    }
}
