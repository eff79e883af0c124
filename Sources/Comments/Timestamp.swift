import Text

/// A moment in UTC, in milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Sendable, Hashable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public init(seconds: Int64) { milliseconds = seconds * 1000 }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    public var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000 }

    public func adding(seconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }
}

// MARK: RFC 3339

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC: `2026-03-01T09:30:00Z`, with milliseconds only where there are any.
    public var description: String {
        let date = CivilTime(self)
        let millis = Int(milliseconds - seconds * 1000)
        return String(atMost: 32) { text in
            text.put(dayOf: date)
            text.put("T")
            text.put(timeOf: date)
            if millis != 0 {
                text.put(".")
                text.put(millis, width: 3)
            }
            text.put("Z")
        }
    }

    /// Reads RFC 3339 (section 5.6): a date, `T` or a space, a time with optional fraction, `Z` or an offset. Years 0001 to 9999.
    /// A fraction finer than a millisecond is cut; a leap second counts as the second after it.
    public init?(rfc3339 text: String) {
        guard let milliseconds = text.withBytes(Self.milliseconds(rfc3339:)) else { return nil }
        self.milliseconds = milliseconds
    }

    private static func milliseconds(rfc3339 bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count >= 20, bytes.count <= 40 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                guard bytes[index].isASCIIDigit else { return nil }
                value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), bytes[4] == UInt8(ascii: "-"), let month = number(5..<7),
            bytes[7] == UInt8(ascii: "-"),
            let day = number(8..<10), bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
            let hour = number(11..<13), bytes[13] == UInt8(ascii: ":"), let minute = number(14..<16),
            bytes[16] == UInt8(ascii: ":"), let second = number(17..<19)
        else { return nil }
        guard year >= 1, (1...12).contains(month), day >= 1, day <= CivilTime.days(inMonth: month, year: year),
            hour < 24,
            minute < 60, second <= 60
        else { return nil }
        var index = 19
        var millis = 0
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            var scale = 100
            let start = index
            while index < bytes.count, bytes[index].isASCIIDigit {
                millis += Int(bytes[index] - UInt8(ascii: "0")) * scale
                scale /= 10
                index += 1
            }
            guard index > start else { return nil }
        }
        guard index < bytes.count else { return nil }
        var offset = 0
        switch bytes[index] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            index += 1
        case let sign where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
            guard index + 6 == bytes.count, let hours = number(index + 1..<index + 3),
                bytes[index + 3] == UInt8(ascii: ":"),
                let minutes = number(index + 4..<index + 6), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
            index += 6
        default: return nil
        }
        guard index == bytes.count else { return nil }
        let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        return (civil.secondsSince1970 - Int64(offset)) * 1000 + Int64(millis)
    }
}
