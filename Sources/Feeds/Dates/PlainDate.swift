import Text

/// The two forms that nearly all feeds write, read byte by byte.
enum PlainDate {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// `Thu, 01 Jan 2004 19:48:21 GMT` or `+0100`.
    static func rfc822(_ text: Bytes) -> DateFields? {
        guard text.count == 29 || text.count == 31, matches(text, "___, __ ___ ____ __:__:__ "),
            let day = number(text, 5, 2), let month = month(text, 8), let year = number(text, 12, 4)
        else { return nil }
        var fields = DateFields(year: year, month: month, day: day)
        guard setTime(of: &fields, text, 17) else { return nil }
        if text.count == 29 { return text[26] == UInt8(ascii: "G") && text[28] == UInt8(ascii: "T") ? fields : nil }
        guard let hours = number(text, 27, 2), let minutes = number(text, 29, 2) else { return nil }
        return setOffset(of: &fields, sign: text[26], hours, minutes) ? fields : nil
    }

    /// `2004-01-01T19:48:21Z` or `+01:00`, without fractions of a second.
    static func rfc3339(_ text: Bytes) -> DateFields? {
        guard text.count == 20 || text.count == 25, matches(text, "____-__-__T__:__:__"),
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2)
        else { return nil }
        var fields = DateFields(year: year, month: month, day: day)
        guard setTime(of: &fields, text, 11) else { return nil }
        if text.count == 20 { return text[19] == UInt8(ascii: "Z") ? fields : nil }
        guard text[22] == UInt8(ascii: ":"), let hours = number(text, 20, 2), let minutes = number(text, 23, 2) else {
            return nil
        }
        return setOffset(of: &fields, sign: text[19], hours, minutes) ? fields : nil
    }

    /// Whether `text` begins like `pattern`, in which `_` stands for any byte.
    private static func matches(_ text: Bytes, _ pattern: StaticString) -> Bool {
        pattern.withUTF8Buffer { pattern in
            for index in pattern.indices where pattern[index] != UInt8(ascii: "_") && pattern[index] != text[index] {
                return false
            }
            return true
        }
    }

    private static func number(_ text: Bytes, _ start: Int, _ count: Int) -> Int? {
        Bytes(rebasing: text[start..<(start + count)]).number
    }

    private static func month(_ text: Bytes, _ start: Int) -> Int? {
        let names: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
        return names.withUTF8Buffer { names in
            for month in 0..<12
            where names[month * 3] == text[start] && names[month * 3 + 1] == text[start + 1]
                && names[month * 3 + 2] == text[start + 2]
            {
                return month + 1
            }
            return nil
        }
    }

    /// `19:48:21`
    private static func setTime(of fields: inout DateFields, _ text: Bytes, _ start: Int) -> Bool {
        guard let hour = number(text, start, 2), let minute = number(text, start + 3, 2),
            let second = number(text, start + 6, 2)
        else { return false }
        (fields.hour, fields.minute, fields.second) = (hour, minute, second)
        return true
    }

    private static func setOffset(of fields: inout DateFields, sign: UInt8, _ hours: Int, _ minutes: Int) -> Bool {
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        fields.offsetMinutes = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
        return true
    }
}
