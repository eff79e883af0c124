/// Scalars in valid UTF-8.
enum UTF8Scalar {
    /// The scalar at a place and its length; bytes that are missing count as 0.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[index])
        func next(_ offset: Int) -> UInt32 { index + offset < text.count ? UInt32(text[index + offset]) & 0x3F : 0 }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }

    /// At most `limit` bytes from the start, ending between two scalars.
    static func prefix(_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> UnsafeBufferPointer<UInt8> {
        guard text.count > limit else { return text }
        var end = limit
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }

    /// Writes a scalar; U+FFFD for what is none.
    /// - Returns: its length.
    @inline(__always)
    static func encode(_ scalar: UInt32, into output: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
        let scalar = scalar > 0x10FFFF || scalar & 0xFFFF_F800 == 0xD800 ? 0xFFFD : scalar
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
        if scalar < 0x80 {
            output[index] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            output[index] = UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0)
            output[index + 1] = tail(0)
            return 2
        }
        if scalar < 0x10000 {
            output[index] = UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0)
            output[index + 1] = tail(6)
            output[index + 2] = tail(0)
            return 3
        }
        output[index] = UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0)
        output[index + 1] = tail(12)
        output[index + 2] = tail(6)
        output[index + 3] = tail(0)
        return 4
    }
}
