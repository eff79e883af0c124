import CNettle

/// The 32 bytes of a SHA-256 or HMAC-SHA-256.
public struct Digest: Sendable, Hashable {
    public static let size = 32

    public let bytes: [UInt8]

    /// A digest that was stored; nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    init(_ fill: (UnsafeMutablePointer<UInt8>?) -> Void) {
        bytes = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
            fill(buffer.baseAddress)
            count = Self.size
        }
    }

    /// Lower-case hexadecimal of the first `count` bytes.
    public func hex(_ count: Int = Digest.size) -> String {
        let digits: StaticString = "0123456789abcdef"
        return String(unsafeUninitializedCapacity: 2 * count) { buffer in
            for (index, byte) in bytes.prefix(count).enumerated() {
                buffer[2 * index] = digits.utf8Start[Int(byte >> 4)]
                buffer[2 * index + 1] = digits.utf8Start[Int(byte & 15)]
            }
            return 2 * min(count, bytes.count)
        }
    }

    /// Whether two digests are the same, in a time that does not tell where they differ (`memeql_sec`).
    public func matches(_ other: [UInt8]) -> Bool {
        other.count == bytes.count && nettle_memeql_sec(bytes, other, bytes.count) == 1
    }
}
