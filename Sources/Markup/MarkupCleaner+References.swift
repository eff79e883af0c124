import Text

extension MarkupCleaner {
    /// The text with its character references (`&amp;`, `&#39;`) read as in a body.
    public static func decodingReferences(in text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&"),
                let end = CharacterReference.append(text, at: index, before: text.count, to: &decoded)
            {
                index = end
            } else {
                let next = text.withUnsafeBufferPointer {
                    $0.firstIndex(ofAny: UInt8(ascii: "&"), UInt8(ascii: "&"), from: index + 1)
                }
                decoded.append(contentsOf: text[index..<next])
                index = next
            }
        }
        return decoded
    }
}
