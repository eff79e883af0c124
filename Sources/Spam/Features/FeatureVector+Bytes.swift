extension FeatureVector {
    private static let width = 3

    /// Three bytes, little-endian, for each group's size and then for each bucket: about a kilobyte a comment.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((counts.count + buckets.count) * Self.width)
        for number in counts.map(UInt32.init(clamping:)) + buckets {
            bytes.append(UInt8(truncatingIfNeeded: number))
            bytes.append(UInt8(truncatingIfNeeded: number >> 8))
            bytes.append(UInt8(truncatingIfNeeded: number >> 16))
        }
        return bytes
    }

    /// Reads what `bytes` gave; nil for anything else.
    public init?(bytes: [UInt8]) {
        let groups = FeatureGroup.allCases.count
        guard bytes.count.isMultiple(of: Self.width), bytes.count >= groups * Self.width else { return nil }
        let numbers = stride(from: 0, to: bytes.count, by: Self.width).map { start in
            bytes[start..<start + Self.width].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        counts = numbers[..<groups].map(Int.init)
        buckets = Array(numbers[groups...])
        guard counts.reduce(0, +) == buckets.count, buckets.allSatisfy({ $0 < UInt32(Self.bucketCount) }) else {
            return nil
        }
    }
}
