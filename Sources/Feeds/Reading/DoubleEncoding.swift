import Text

/// UTF-8 read as windows-1252 and encoded as UTF-8 once more.
enum DoubleEncoding {
    /// The text that was meant, or nil where it wasn't encoded twice.
    static func undone(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let first = text.firstBeyondASCII
        guard first < text.count, mayBegin(text, at: first) else { return nil }
        var bytes: [UInt8] = []
        for scalar in text.string.unicodeScalars {
            guard let byte = Windows1252.byte(of: scalar.value) else { return nil }
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
}
