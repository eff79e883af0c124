/// The permanent id of a comment, a ULID: 48 bits of its first arrival in milliseconds, 80 bits of a keyed hash of the delivery
/// and the comment's index in it. Written as 26 digits of Crockford's base 32, which sort as the ids do.
public struct CommentID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Parameter hash: 128 bits, of which the highest 80 are used.
    public init(arrival: Timestamp, hash: (UInt64, UInt64)) {
        let time = UInt64(clamping: arrival.milliseconds) & 0xFFFF_FFFF_FFFF
        high = time << 16 | hash.0 >> 48
        low = hash.0 << 16 | hash.1 >> 48
    }

    /// Reads the 26 digits, upper or lower case; nil for anything else.
    public init?(_ text: String) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard let digit = Self.values[Int(byte & 0x7F)], byte < 0x80 else { return nil }
            if count == 0, digit > 7 { return nil }
            high = high << 5 | low >> 59
            low = low << 5 | UInt64(digit)
            count += 1
        }
        guard count == 26 else { return nil }
        self.init(high: high, low: low)
    }

    public static func < (left: CommentID, right: CommentID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    public var arrival: Timestamp { Timestamp(milliseconds: Int64(high >> 16)) }

    public var description: String {
        Self.digits.withUTF8Buffer { digits in
            String(unsafeUninitializedCapacity: 26) { buffer in
                var high = high
                var low = low
                for index in (0..<26).reversed() {
                    buffer[index] = digits[Int(low & 31)]
                    low = low >> 5 | high << 59
                    high >>= 5
                }
                return 26
            }
        }
    }

    private static var digits: StaticString { "0123456789ABCDEFGHJKMNPQRSTVWXYZ" }

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 128)
        for value in 0..<32 {
            let digit = digits.utf8Start[value]
            values[Int(digit)] = UInt8(value)
            values[Int(digit | 0x20)] = UInt8(value)
        }
        return values
    }()
}
