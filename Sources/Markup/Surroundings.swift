import Text

/// A piece of text, and what stands before it.
struct Surroundings {
    let text: ArraySlice<UInt8>
    let previous: UInt8

    /// The byte before `index`, a no-break space counting as a space.
    func byte(before index: Int) -> UInt8 {
        guard index > text.startIndex else { return previous }
        let byte = text[index - 1]
        return byte == 0xA0 && index - 2 >= text.startIndex && text[index - 2] == 0xC2 ? 0x20 : byte
    }

    func isSpaceBefore(_ index: Int) -> Bool { Self.isSpace(byte(before: index)) }

    func isSpace(at index: Int) -> Bool {
        guard index < text.endIndex else { return false }
        return Self.isSpace(text[index]) || text[index] == 0xC2 && index + 1 < text.endIndex && text[index + 1] == 0xA0
    }

    func isSpaceOrEnd(_ index: Int) -> Bool { index >= text.endIndex || isSpace(at: index) }

    func has(_ word: StaticString, at index: Int) -> Bool {
        guard index >= text.startIndex, index + word.utf8CodeUnitCount <= text.endIndex else { return false }
        for offset in 0..<word.utf8CodeUnitCount where text[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    func hasBefore(_ word: StaticString, _ index: Int) -> Bool { has(word, at: index - word.utf8CodeUnitCount) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
