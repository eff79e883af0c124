import Text

/// A word of a folded text: a run of letters and digits with inner apostrophes, an address, or a single mark.
struct Token {
    private let start: UInt32
    private let end: UInt32
    /// Of its characters, none more than twice in a row; of `url` for an address.
    let hash: UInt32
    let isWord: Bool

    var range: Range<Int> { Int(start)..<Int(end) }

    /// What stand before the first word and after the last in pairs.
    static let startMark: UInt32 = 1
    static let endMark: UInt32 = 2

    private static let address = FeatureHash.of("url".utf8)

    private init(_ range: Range<Int>, hash: UInt32, isWord: Bool) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        self.hash = hash
        self.isWord = isWord
    }

    /// Appends the tokens of a folded text in order.
    static func split(_ bytes: [UInt8], _ addresses: [Address], into tokens: inout [Token]) {
        bytes.withUnsafeBufferPointer { text in
            var next = 0
            var index = 0
            while index < text.count {
                if next < addresses.count, index >= addresses[next].range.lowerBound {
                    let range = addresses[next].range
                    next += 1
                    tokens.append(Token(range, hash: address, isWord: true))
                    index = range.upperBound
                } else if text[index] == 0x20 {
                    index += 1
                } else {
                    let limit = next < addresses.count ? addresses[next].range.lowerBound : text.count
                    let token = word(text, at: index, limit: limit) ?? mark(text, at: index)
                    tokens.append(token)
                    index = Int(token.end)
                }
            }
        }
    }

    /// The word that starts at `start`, if one does.
    private static func word(_ text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Token? {
        var index = start
        var hash = FeatureHash.start
        var last: UInt32 = 0
        var run = 0
        while index < limit {
            let byte = text[index]
            let scalar: UInt32
            let length: Int
            if byte < 0x80 {
                guard isWordByte(byte) || index > start && isInnerApostrophe(text, index, limit) else { break }
                (scalar, length) = (UInt32(byte), 1)
            } else {
                (scalar, length) = UTF8Scalar.decode(text, at: index)
                guard CharacterClass(of: scalar).isWord else { break }
            }
            run = scalar == last ? run + 1 : 1
            last = scalar
            let end = min(index + length, limit)
            if run < 3 {
                for place in index..<end { hash = FeatureHash.add(text[place], to: hash) }
            }
            index = end
        }
        return index > start ? Token(start..<index, hash: hash, isWord: true) : nil
    }

    private static func mark(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Token {
        let end = min(start + UTF8Scalar.decode(text, at: start).length, text.count)
        return Token(start..<end, hash: FeatureHash.of(text[start..<end]), isWord: false)
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

    private static func isInnerApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool {
        guard text[index] == UInt8(ascii: "'"), index + 1 < limit else { return false }
        let next = text[index + 1]
        return next < 0x80 ? isWordByte(next) : CharacterClass(of: UTF8Scalar.decode(text, at: index + 1).scalar).isWord
    }
}
