import Text

/// A body as WordPress would store it: trimmed and filtered, made once for all that compares and counts.
struct StoredBody {
    let text: String
    /// Whether the filter had nothing to do: no tag, no entity, no stray bracket or ampersand.
    let isPlain: Bool

    init(_ body: String) {
        (text, isPlain) = body.withBytes { bytes in
            let trimmed = UnsafeBufferPointer(rebasing: Self.trimmed(bytes))
            let mark = trimmed.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"))
            guard mark == trimmed.count else {
                return (String(decoding: BodyFilter.filtered(Array(trimmed)), as: UTF8.self), false)
            }
            return (trimmed.count == bytes.count ? body : String(decoding: trimmed, as: UTF8.self), true)
        }
    }

    /// Without what WordPress trims: white space of ASCII but form feed, and NUL.
    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        let rest = bytes.drop { $0.isASCIISpace || $0 == 0 }
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace && $0 != 0 }) else { return rest.prefix(0) }
        return rest[...last]
    }
}
