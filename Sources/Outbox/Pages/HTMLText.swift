import Text

/// Text as it may stand in HTML, in an element or a quoted attribute.
enum HTMLText {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        text.withBytes { bytes.append($0, longest: 6, suspects: mayNeedEntity, replace: replace) }
    }

    @inline(__always)
    private static func mayNeedEntity(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        bytes.markupMarks .| bytes.marks(of: UInt8(ascii: "\"")) .| bytes.marks(of: UInt8(ascii: "'"))
    }

    /// Controls that HTML can't hold become U+FFFD.
    @inline(__always)
    private static func replace(
        _ output: inout ByteCursor,
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int
    ) -> Int {
        switch text[index] {
        case UInt8(ascii: "&"): output.put("&amp;")
        case UInt8(ascii: "<"): output.put("&lt;")
        case UInt8(ascii: ">"): output.put("&gt;")
        case UInt8(ascii: "\""): output.put("&quot;")
        case UInt8(ascii: "'"): output.put("&#39;")
        case 0x00..<0x09, 0x0B..<0x20: output.put("\u{FFFD}")
        default: return 0
        }
        return 1
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
