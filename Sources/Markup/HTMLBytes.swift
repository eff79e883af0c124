import Text

/// Bytes of HTML, with their escapes.
extension [UInt8] {
    /// Appends text with `&`, `<` and `>` escaped.
    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaped: $0) }
    }

    /// Appends ` name="value"`; white space is written as spaces and a backtick, which old browsers took for a quote, as a reference.
    mutating func appendAttribute(_ name: StaticString, _ value: some Sequence<UInt8>) {
        append(UInt8(ascii: " "))
        append(name)
        append("=\"")
        for byte in value {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&#34;")
            case UInt8(ascii: "`"): append("&#96;")
            case 0x09, 0x0A: append(0x20)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Whether the last bytes are these.
    func ends(in text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        let offset = count - text.utf8CodeUnitCount
        for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }
}
