import Text

/// CDATA sections (XML 1.0 section 2.7): text without escapes, in which only `]]>` and forbidden characters need care.
enum CDATA {
    private static let splitEnd: StaticString = "]]]]><![CDATA[>"
    private static let replacement: StaticString = "\u{FFFD}"

    /// Appends the inside of a section. A return can't be kept in one: the section is left for its reference.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    private static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        var index = 0
        func matches(_ second: UInt8, _ third: ClosedRange<UInt8>) -> Bool {
            index + 2 < utf8.count && utf8[index + 1] == second && third.contains(utf8[index + 2])
        }
        func replace(_ length: Int, with literal: StaticString) {
            bytes.append(contentsOf: utf8[start..<index])
            bytes.append(literal)
            index += length
            start = index
        }
        while index < utf8.count {
            switch utf8[index] {
            case UInt8(ascii: "]") where matches(UInt8(ascii: "]"), UInt8(ascii: ">")...UInt8(ascii: ">")):
                replace(3, with: splitEnd)
            case 0xEF where matches(0xBF, 0xBE...0xBF):
                replace(3, with: replacement)
            case 0x0D:
                replace(1, with: "]]>&#13;<![CDATA[")
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
                replace(1, with: replacement)
            default:
                index += 1
            }
        }
        bytes.append(contentsOf: utf8[start..<utf8.count])
    }
}
