import Text

/// What a byte of UTF-8 needs when it is written as XML 1.0 character data.
///
/// Forbidden characters (C0 controls other than tab, line feed and return, U+FFFE and U+FFFF; XML 1.0 section 2.2)
/// become U+FFFD. A return is written as a reference, because a parser would read it as a line feed (section 2.11).
enum XMLEscape {
    /// Appends `text` as it stands in an element, framed by what `before` and `after` write, at most `frame` bytes.
    @inline(__always)
    static func append(
        _ text: String,
        to bytes: inout [UInt8],
        frame: Int = 0,
        before: (inout ByteCursor) -> Void = { _ in },
        after: (inout ByteCursor) -> Void = { _ in }
    ) {
        text.withBytes { text in
            bytes.append(
                text,
                longest: longest,
                frame: frame,
                before: before,
                after: after,
                suspects: mayNeedEscapeInText,
                replace: replaceInText
            )
        }
    }

    /// Appends `text` as it stands in a quoted attribute, framed likewise.
    @inline(__always)
    static func append(
        inAttribute text: String,
        to bytes: inout [UInt8],
        frame: Int,
        before: (inout ByteCursor) -> Void,
        after: (inout ByteCursor) -> Void
    ) {
        text.withBytes { text in
            bytes.append(
                text,
                longest: longest,
                frame: frame,
                before: before,
                after: after,
                suspects: mayNeedEscapeInAttribute,
                replace: replaceInAttribute
            )
        }
    }

    /// The most bytes that one is written as.
    private static var longest: Int { 6 }

    @inline(__always)
    private static func mayNeedEscapeInText(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        bytes.markupMarks .| bytes.marks(of: 0xEF)
    }

    @inline(__always)
    private static func mayNeedEscapeInAttribute(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        mayNeedEscapeInText(bytes) .| bytes.marks(of: UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func replaceInText(
        _ output: inout ByteCursor,
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int
    ) -> Int {
        switch text[index] {
        case UInt8(ascii: "&"): output.put("&amp;")
        case UInt8(ascii: "<"): output.put("&lt;")
        case UInt8(ascii: ">"): output.put("&gt;")
        case 0x0D: output.put("&#13;")
        case 0x00...0x08, 0x0B...0x1F: output.put("\u{FFFD}")
        // U+FFFE and U+FFFF; 0xEF begins many others.
        case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
            output.put("\u{FFFD}")
            return 3
        default: return 0
        }
        return 1
    }

    @inline(__always)
    private static func replaceInAttribute(
        _ output: inout ByteCursor,
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int
    ) -> Int {
        switch text[index] {
        case UInt8(ascii: "\""): output.put("&quot;")
        case 0x09: output.put("&#9;")
        case 0x0A: output.put("&#10;")
        default: return replaceInText(&output, text, index)
        }
        return 1
    }
}
