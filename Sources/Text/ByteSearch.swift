/// Looks through UTF-8 sixteen or eight bytes at a time.
extension UnsafeBufferPointer<UInt8> {
    /// The place of the first byte from `start` on that is one of three of ASCII; the count where none is.
    @inlinable
    public func firstIndex(ofAny a: UInt8, _ b: UInt8, _ c: UInt8, from start: Int = 0) -> Int {
        firstIndex(from: start) { $0.marks(of: a) .| $0.marks(of: b) .| $0.marks(of: c) }
    }

    /// The place of the first byte from `start` on that is one of two of ASCII; the count where none is.
    @inlinable
    public func firstIndex(ofAny a: UInt8, _ b: UInt8, from start: Int = 0) -> Int {
        firstIndex(ofAny: a, b, b, from: start)
    }

    /// The place of the first byte from `start` on that `marks` marks; the count where none is, and `start` where that lies beyond.
    @inlinable
    @inline(__always)
    public func firstIndex(from start: Int, _ marks: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 16 <= raw.count {
            let place = marks(raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)).firstMarked
            if place < 16 { return index + place }
            index += 16
        }
        guard index < raw.count else { return index }
        // The last sixteen again, as what comes before the rest has no mark, or the rest with spaces after it.
        if index > start {
            index = raw.count - 16
            return index + marks(raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)).firstMarked
        }
        return Swift.min(index + marks(sixteen(from: index)).firstMarked, raw.count)
    }

    /// The place of the first byte from `start` on that `marks` marks in its word, or where fewer than eight bytes are left.
    @inlinable
    @inline(__always)
    public func firstSuspect(from start: Int, _ marks: (UInt64) -> UInt64) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= raw.count {
            let found = marks(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        return index
    }

    /// The eight bytes from `start` on, the first one lowest; 0 for those beyond the end.
    @inlinable
    public func word(at start: Int) -> UInt64 {
        if start + 8 <= count {
            return UInt64(
                littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: start, as: UInt64.self)
            )
        }
        var word: UInt64 = 0
        for index in stride(from: count - 1, through: start, by: -1) { word = word << 8 | UInt64(self[index]) }
        return word
    }

    /// The place of the first byte above 0x7F; the count where none is.
    @inlinable public var firstBeyondASCII: Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = 0
        while index + 16 <= raw.count {
            let words = raw.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
            if (words.x | words.y) & UInt64.topBits != 0 { break }
            index += 16
        }
        index = firstSuspect(from: index) { $0 & UInt64.topBits }
        while index < count, self[index] < 0x80 { index += 1 }
        return index
    }

    /// Whether no byte is above 0x7F.
    @inlinable public var isASCII: Bool { firstBeyondASCII == count }
}

/// Eight bytes in one word.
extension UInt64 {
    /// The top bit of each byte.
    @inlinable public static var topBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The byte in each of the eight places.
    @inlinable
    public static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The top bit of each byte that is `byte`, up to the first of them; above it others may be set.
    @inlinable
    public func firstMark(of byte: UInt8) -> UInt64 {
        let difference = self ^ UInt64.repeating(byte)
        return (difference &- UInt64.repeating(1)) & ~difference & UInt64.topBits
    }

    /// The top bit of each byte below 0x20, up to the first of them; above it others may be set.
    @inlinable public var firstControlMark: UInt64 { (self &- UInt64.repeating(0x20)) & ~self & UInt64.topBits }

    /// The top bit of each byte that is not printable ASCII, up to the first of them; above it others may be set.
    @inlinable public var firstUnprintableMark: UInt64 {
        (self | (self &+ UInt64.repeating(1)) | (self &- UInt64.repeating(0x20))) & UInt64.topBits
    }

    /// The top bit of each byte from A to Z, in a word of ASCII: no sum carries into the next byte.
    @inlinable public var capitalMarks: UInt64 {
        (self &+ UInt64.repeating(0x3F)) & ~(self &+ UInt64.repeating(0x25)) & UInt64.topBits
    }

    /// The top bit of each byte that is a letter of ASCII, and no other.
    @inlinable public var letterMarks: UInt64 {
        let small = self & ~UInt64.topBits | UInt64.repeating(0x20)
        return (small &+ UInt64.repeating(0x1F)) & ~(small &+ UInt64.repeating(0x05)) & ~self & UInt64.topBits
    }

    /// The top bit of each byte that is `byte`, and no other.
    @inlinable
    public func marks(of byte: UInt8) -> UInt64 {
        let difference = self ^ UInt64.repeating(byte)
        return ~(((difference & ~UInt64.topBits) &+ ~UInt64.topBits) | difference) & UInt64.topBits
    }

    /// The number of bytes whose top bit, the only one, is set.
    @inlinable public var markCount: Int { Int((self >> 7 &* 0x0101_0101_0101_0101) >> 56) }
}
