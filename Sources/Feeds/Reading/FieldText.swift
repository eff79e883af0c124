import Text

/// What the bytes of an element's text mean as a value.
extension [UInt8] {
    /// `range` without white space of ASCII at both ends.
    func trimmingSpaces(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}

extension UnsafeBufferPointer<UInt8> {
    var string: String { String(decoding: self, as: UTF8.self) }

    /// The value of a text of digits; nil for any other.
    var number: Int? {
        guard (1...15).contains(count) else { return nil }
        var value = 0
        for byte in self {
            guard byte.isASCIIDigit else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
