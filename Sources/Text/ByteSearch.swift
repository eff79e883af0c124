import Glibc

extension String {
    /// Whether the bytes of `part` stand somewhere in those of this text. For short parts.
    public func containsBytes(of part: String) -> Bool {
        var text = self
        var part = part
        return text.withUTF8 { text in part.withUTF8 { Self.contains(text, $0) } }
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress, let sought = part.baseAddress, !part.isEmpty else { return part.isEmpty }
        var offset = 0
        while text.count - offset >= part.count,
            let found = memchr(base + offset, Int32(part[0]), text.count - offset - part.count + 1)
        {
            if memcmp(found, sought, part.count) == 0 { return true }
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return false
    }
}
