import Text

/// Bytes of HTML, with their escapes.
extension [UInt8] {
    /// Appends text with `&`, `<` and `>` escaped.
    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaped: $0) }
    }

    /// Appends ` name="value"`; white space is written as spaces and a backtick, which old browsers took for a quote, as a reference.
    mutating func appendAttribute(_ name: StaticString, _ value: [UInt8]) {
        append(" ")
        append(name)
        append("=\"")
        value.withUnsafeBufferPointer { value in
            append(value, longest: 5) { bytes in
                bytes.markupMarks .| bytes.marks(of: UInt8(ascii: "\"")) .| bytes.marks(of: UInt8(ascii: "`"))
            } replace: { output, text, index in
                switch text[index] {
                case UInt8(ascii: "&"): output.put("&amp;")
                case UInt8(ascii: "<"): output.put("&lt;")
                case UInt8(ascii: ">"): output.put("&gt;")
                case UInt8(ascii: "\""): output.put("&#34;")
                case UInt8(ascii: "`"): output.put("&#96;")
                case 0x09, 0x0A: output.put(0x20)
                default: return 0
                }
                return 1
            }
        }
        append("\"")
    }

    /// Whether the last bytes are these.
    func ends(in text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        let offset = count - text.utf8CodeUnitCount
        for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }
}
