/// A text's MinHash over its six-byte windows, addresses left out: texts that share most of their windows share most of it.
///
/// One permutation with 32 bins, empty ones filled from their neighbours. The first twelve make four bands of three: two texts
/// with a similarity of 0.8 share a band with a probability of 0.94, of 0.9 with 0.995, of 0.3 with 0.1.
public struct Signature: Sendable, Hashable {
    public static let bandCount = 4
    /// Texts at least so similar count as near-duplicates.
    public static let nearDuplicate = 0.7

    private static let binCount = 32
    private typealias Bins = InlineArray<32, UInt32>
    private static let rows = 3
    private static let windowSize = 6
    /// Windows a text must have: about as many characters.
    private static let fewestWindows = 40

    /// Keys under which near-duplicates are found; the place in the list belongs to the key.
    public let bands: [Int64]
    /// 32 bytes, one a bin, for `similarity`.
    public let bytes: [UInt8]

    /// Nil for a text of fewer than 40 windows.
    init?(_ reading: borrowing TextReading) {
        let text = reading.text.bytes
        guard text.count >= Self.fewestWindows + Self.windowSize else { return nil }
        var bins = Bins(repeating: .max)
        var windows = 0
        var start = 0
        for address in reading.addresses {
            windows += Self.collect(text, start..<address.range.lowerBound, into: &bins)
            start = address.range.upperBound
        }
        windows += Self.collect(text, start..<text.count, into: &bins)
        guard windows >= Self.fewestWindows else { return nil }
        Self.fillEmpty(&bins)
        bands = (0..<Self.bandCount).map { Self.band(bins, $0) }
        bytes = [UInt8](unsafeUninitializedCapacity: Self.binCount) { bytes, count in
            for index in bins.indices { bytes[index] = UInt8(truncatingIfNeeded: FeatureHash.mix(bins[index]) >> 24) }
            count = Self.binCount
        }
    }

    /// A signature as it was stored.
    public init?(bytes: [UInt8], bands: [Int64]) {
        guard bytes.count == Self.binCount, bands.count == Self.bandCount else { return nil }
        self.bytes = bytes
        self.bands = bands
    }

    /// The share of windows that two texts have in common (Jaccard), estimated; give or take 0.08.
    public func similarity(to other: [UInt8]) -> Double {
        guard other.count == bytes.count else { return 0 }
        let equal = zip(bytes, other).count { $0 == $1 }
        let chance = 1.0 / 256
        return max((Double(equal) / Double(Self.binCount) - chance) / (1 - chance), 0)
    }

    /// - Returns: the number of windows.
    private static func collect(_ text: [UInt8], _ range: Range<Int>, into bins: inout Bins) -> Int {
        guard range.count >= windowSize else { return 0 }
        text.withUnsafeBufferPointer { text in
            var window = text[range.prefix(windowSize - 1)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for index in range.dropFirst(windowSize - 1) {
                window = (window << 8 | UInt64(text[index])) & 0xFFFF_FFFF_FFFF
                let product = (window ^ window >> 23) &* Checksum.prime
                let hash = UInt32(truncatingIfNeeded: product >> 32)
                let bin = Int(hash >> 27)
                bins[bin] = min(bins[bin], hash)
            }
        }
        return range.count - windowSize + 1
    }

    private static func fillEmpty(_ bins: inout Bins) {
        let full = bins
        for index in bins.indices where full[index] == .max {
            var distance = 1
            while full[(index + distance) % binCount] == .max { distance += 1 }
            bins[index] = full[(index + distance) % binCount] &+ UInt32(distance) &* 0x9E37_79B9
        }
    }

    private static func band(_ bins: Bins, _ number: Int) -> Int64 {
        let hash = (number * rows..<(number + 1) * rows).reduce(UInt64(number)) { Checksum.mix($0 ^ UInt64(bins[$1])) }
        return Int64(bitPattern: hash)
    }
}
