/// The characters that windows-1252 has where ISO 8859-1 and Unicode have the C1 controls 0x80 to 0x9F. Feeds that are
/// declared as Latin-1, and HTML that refers to `&#146;`, mean these.
public enum Windows1252 {
    @usableFromInline static let characters: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The character that a byte, or a code point of a C1 control, stands for.
    @inlinable
    public static func character(_ code: UInt32) -> UInt32 {
        0x80...0x9F ~= code ? characters[Int(code - 0x80)] : code
    }

    /// The byte that stands for a character, or for a code point below 0x100; nil where none does.
    public static func byte(of character: UInt32) -> UInt8? {
        if character < 0x100 { return UInt8(character) }
        return characters.firstIndex(of: character).map { UInt8(0x80 + $0) }
    }
}
