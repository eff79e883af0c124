import Text

/// Reads character references (`&amp;`, `&#39;`, `&#x27;`) as HTML does in attributes, in text too: a name without its semicolon counts only
/// where no letter, digit or `=` follows, so that `?a=1&copy=2` stays an address.
enum CharacterReference {
    /// Appends what the reference at the `&` at `start` stands for, less what no text may hold.
    /// - Returns: where it ends, or nil where it is none.
    static func append(_ bytes: [UInt8], at start: Int, before end: Int, to text: inout [UInt8]) -> Int? {
        guard start + 2 < end else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") {
            return appendNumber(bytes, at: start + 2, before: end, to: &text)
        }
        var index = start + 1
        while index < end, bytes[index].isASCIIAlphanumeric {
            index += 1
            guard index - start <= EntityTable.maximumLength + 1 else { return nil }
        }
        guard index > start + 1 else { return nil }
        let isTerminated = index < end && bytes[index] == UInt8(ascii: ";")
        if !isTerminated, index < end, bytes[index] == UInt8(ascii: "=") { return nil }
        let name = bytes[start + 1..<index]
        guard let (first, second) = EntityTable.shared.scalars(of: name, isTerminated: isTerminated) else { return nil }
        PlainCharacters.append(first, to: &text)
        if let second { PlainCharacters.append(second, to: &text) }
        return isTerminated ? index + 1 : index
    }

    private static func appendNumber(
        _ bytes: [UInt8],
        at start: Int,
        before end: Int,
        to text: inout [UInt8]
    ) -> Int? {
        let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
        var index = isHexadecimal ? start + 1 : start
        let firstDigit = index
        var value: UInt32 = 0
        while index < end, let digit = bytes[index].hexDigitValue, isHexadecimal || digit < 10 {
            value = min(value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit), 0x110000)
            index += 1
        }
        guard index > firstDigit else { return nil }
        PlainCharacters.append(scalar(forNumber: value), to: &text)
        return index < end && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
    }

    private static func scalar(forNumber value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
        case 0x0D: 0x0A
        default: Windows1252.character(value)
        }
    }
}
