extension [UInt8] {
    @inlinable
    public mutating func append(_ literal: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends text with `&`, `<` and `>` as HTML's references.
    public mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let mark = text.firstIndex(ofAny: UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), from: start)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<mark]))
            guard mark < text.count else { return }
            switch text[mark] {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            default: append("&gt;")
            }
            start = mark + 1
        }
    }
}
