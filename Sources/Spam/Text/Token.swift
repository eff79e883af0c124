import Text

/// A word of a folded text: a run of letters and digits with inner apostrophes, an address, or a single mark.
struct Token {
    let range: Range<Int>
    /// Of its characters, none more than twice in a row; of `url` for an address.
    let hash: UInt32
    let isWord: Bool

    /// What stand before the first word and after the last in pairs.
    static let startMark: UInt32 = 1
    static let endMark: UInt32 = 2

    private static let address = FeatureHash.of("url".utf8)

    static func split(_ bytes: [UInt8], _ addresses: [Address], into tokens: inout [Token]) {
        let text = bytes.span
        var next = 0
        var index = 0
        while index < text.count {
            if next < addresses.count, index >= addresses[next].range.lowerBound {
                let range = addresses[next].range
                next += 1
                tokens.append(Token(range: range, hash: address, isWord: true))
                index = range.upperBound
                continue
            }
            let byte = text[index]
            if byte == 0x20 {
                index += 1
                continue
            }
            let limit = next < addresses.count ? addresses[next].range.lowerBound : text.count
            index = append(text, at: index, limit: limit, to: &tokens)
        }
    }

    /// Appends the word or mark that starts at `start` and returns its end.
    @inline(__always)
    private static func append(_ text: Span<UInt8>, at start: Int, limit: Int, to tokens: inout [Token]) -> Int {
        var index = start
        var hash = FeatureHash.start
        var last: UInt32 = 0
        var run = 0
        while index < limit {
            let byte = text[index]
            var scalar = UInt32(byte)
            var length = 1
            if byte < 0x80 {
                if !(byte &- 0x61 < 26 || byte &- 0x30 < 10) {
                    guard byte == UInt8(ascii: "'"), index > start, index + 1 < limit, startsWord(text, index + 1)
                    else { break }
                }
            } else {
                (scalar, length) = FoldedText.decode(text, at: index)
                guard CharacterClass(of: scalar).isWord else { break }
            }
            run = scalar == last ? run + 1 : 1
            last = scalar
            if run < 3 {
                for offset in 0..<length { hash = FeatureHash.add(text[index + offset], to: hash) }
            }
            index += length
        }
        if index > start {
            tokens.append(Token(range: start..<index, hash: hash, isWord: true))
            return index
        }
        let length = text[start] < 0x80 ? 1 : FoldedText.decode(text, at: start).1
        for offset in 0..<length { hash = FeatureHash.add(text[start + offset], to: hash) }
        tokens.append(Token(range: start..<start + length, hash: hash, isWord: false))
        return start + length
    }

    private static func startsWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        return byte < 0x80 ? byte.isASCIIAlphanumeric : CharacterClass(of: FoldedText.decode(text, at: index).0).isWord
    }
}
