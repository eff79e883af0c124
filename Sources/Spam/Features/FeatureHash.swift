/// A 32-bit hash, the same on every machine and in every run.
enum FeatureHash {
    static let start: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(start) { add($1, to: $0) }
    }

    /// Spreads a hash over all its bits (the finaliser of MurmurHash3).
    @inline(__always)
    static func mix(_ hash: UInt32) -> UInt32 {
        var hash = hash
        hash ^= hash >> 16
        hash &*= 0x85EB_CA6B
        hash ^= hash >> 13
        hash &*= 0xC2B2_AE35
        hash ^= hash >> 16
        return hash
    }
}
