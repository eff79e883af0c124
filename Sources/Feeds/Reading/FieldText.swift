/// What the bytes of an element's text mean as a value.
extension ArraySlice<UInt8> {
    /// Without white space of ASCII at both ends.
    var trimmedSpaces: ArraySlice<UInt8> {
        withUnsafeBufferPointer { bytes in
            var start = 0
            var end = bytes.count
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            return self[(startIndex + start)..<(startIndex + end)]
        }
    }

    /// The text; UTF-8 that somebody took for Latin-1 and encoded again is decoded again.
    var asText: String {
        let text = String(decoding: self, as: UTF8.self)
        guard withUnsafeBufferPointer({ $0.contains { $0 >= 0x80 } }) else { return text }
        return DoubleEncoding.undone(text) ?? text
    }
}

/// UTF-8 read as windows-1252 and encoded as UTF-8 once more.
enum DoubleEncoding {
    /// The text that was meant, or nil where it wasn't encoded twice.
    static func undone(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return upper.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
    }

    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
