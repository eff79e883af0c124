/// Eight bytes of text looked at together: what these give has the high bit of the first byte that fits set (little-endian; bits
/// above it may be wrong), or is 0 where none does.
extension UInt64 {
    @inlinable
    public var bytesBelow0x20: UInt64 { (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080 }

    @inlinable
    public func bytes(equalTo byte: UInt8) -> UInt64 {
        let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first index from `start` on whose word of eight bytes may hold something by `mask`, or where less than eight bytes are left.
    /// `mask` tells of eight bytes as the properties of `UInt64` do.
    @inlinable
    @inline(__always)
    public func firstSuspect(from start: Int, _ mask: (UInt64) -> UInt64) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= raw.count {
            let found = mask(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        return index
    }
}
