/// A 64-bit checksum at several bytes a cycle, against damage and not against forgery. Each step maps states one to one, so
/// that no change of a single word goes unseen.
enum Checksum {
    static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let value = (value ^ value >> 32) &* prime
        return value ^ value >> 29
    }

    /// - Parameter bytes: a multiple of 32 long.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lane = (prime, prime &+ 2, prime &+ 4, prime &+ 6)
        var offset = 0
        while offset + 32 <= bytes.count {
            lane.0 = step(lane.0, bytes, offset)
            lane.1 = step(lane.1, bytes, offset + 8)
            lane.2 = step(lane.2, bytes, offset + 16)
            lane.3 = step(lane.3, bytes, offset + 24)
            offset += 32
        }
        return mix(mix(mix(mix(lane.0) ^ lane.1) ^ lane.2) ^ lane.3) ^ UInt64(bytes.count)
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        let mixed = lane ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        return (mixed << 29 | mixed >> 35) &* prime
    }
}
