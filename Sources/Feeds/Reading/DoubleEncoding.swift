/// UTF-8 read as windows-1252 and encoded as UTF-8 once more.
enum DoubleEncoding {
    /// The text that was meant, or nil where it wasn't encoded twice.
    static func undone(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let first = firstBeyondASCII(text), mayBegin(text, at: first) else { return nil }
        var bytes: [UInt8] = []
        for scalar in text.string.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }

    /// Whether the character at `index` stands for a byte that begins one in UTF-8, U+00C2 to U+00F4, and the one behind
    /// it may stand for a byte that goes on.
    private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        text[index] == 0xC3 && index + 3 < text.count && 0x82...0xB4 ~= text[index + 1] && text[index + 2] >= 0xC2
            && text[index + 2] != 0xC3
    }

    private static func firstBeyondASCII(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        var index = 0
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if word != 0 { return index + UInt64(littleEndian: word).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < raw.count, raw[index] < 0x80 { index += 1 }
        return index < raw.count ? index : nil
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
