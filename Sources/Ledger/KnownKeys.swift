import Comments

/// Tells of most keys that no recorded comment has them, without asking SQLite: a Bloom filter, wrong only in that it takes some keys for
/// known. Worth its filling where about as many comments are recorded as the ledger holds.
final class KnownKeys {
    /// What a key is of.
    enum Kind: UInt64 {
        case id = 1
        case sender
        case duplicate
        /// With the hour of submission.
        case email
        case ip
        case host
        case band
    }

    /// The last row that was taken in.
    var lastSequence: Int64
    private var words: [UInt64]
    private let shift: Int

    /// Fewer comments than this are recorded as soon without.
    private static let fewest = 500
    /// Bits for the keys of one comment, of which one in a hundred is wrongly taken for known.
    private static let bitsPerComment = 128
    /// Above this many bits more is wrongly taken for known instead.
    private static let mostBits = 1 << 24

    /// An empty one; nil where asking SQLite costs less.
    /// - Parameters:
    ///   - recorded: how many comments the ledger holds at most; they have to be inserted.
    ///   - expected: how many are to come.
    init?(recorded: Int64, expected: Int) {
        guard expected >= Self.fewest, recorded <= expected else { return nil }
        let bits = min(Self.mostBits, (Int(recorded) + expected) * Self.bitsPerComment)
        let exponent = max(0, Int.bitWidth - (bits / 64 - 1).leadingZeroBitCount)
        words = [UInt64](repeating: 0, count: 1 << exponent)
        shift = 64 - exponent
        lastSequence = recorded
    }

    func insert(_ key: Int64, _ kind: Kind) {
        let (word, bits) = place(key, kind)
        words[word] |= bits
    }

    func mayHold(_ key: Int64, _ kind: Kind) -> Bool {
        let (word, bits) = place(key, kind)
        return words[word] & bits == bits
    }

    /// Three bits of one word.
    private func place(_ key: Int64, _ kind: Kind) -> (word: Int, bits: UInt64) {
        var hash = UInt64(bitPattern: key) &+ kind.rawValue &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        let bits = 1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63) as UInt64
        return (Int(truncatingIfNeeded: hash >> UInt64(shift)), bits)
    }
}
