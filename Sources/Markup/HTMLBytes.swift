/// Bytes of HTML, with their escapes.
extension [UInt8] {
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text with `&`, `<` and `>` escaped.
    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        for index in text.indices {
            let escape: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): escape = "&amp;"
            case UInt8(ascii: "<"): escape = "&lt;"
            case UInt8(ascii: ">"): escape = "&gt;"
            default: continue
            }
            append(contentsOf: text[start..<index])
            append(escape)
            start = index + 1
        }
        append(contentsOf: text[start...])
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
