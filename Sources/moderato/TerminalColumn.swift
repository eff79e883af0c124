/// A text cut or filled to a number of columns on a terminal, where East Asian characters and emoji take two. A control
/// character, such as a file's name may hold, becomes U+FFFD.
struct TerminalColumn: CustomStringConvertible {
    let description: String

    init(_ text: String, width: Int) {
        var cut = ""
        var columns = 0
        let full = text.reduce(0) { $0 + Self.width(of: $1) }
        for character in text {
            let next = columns + Self.width(of: character)
            if next > (full > width ? width - 1 : width) {
                cut += "…"
                columns += 1
                break
            }
            cut.append(Self.isControl(character) ? "\u{FFFD}" : character)
            columns = next
        }
        description = cut + String(repeating: " ", count: max(0, width - columns))
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Columns of a character: East Asian Width W and F of Unicode's UAX #11, and what is shown as an emoji.
    private static func width(of character: Character) -> Int {
        let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
