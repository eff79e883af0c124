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
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    /// What HTML reads numbers of the C1 range as.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}
