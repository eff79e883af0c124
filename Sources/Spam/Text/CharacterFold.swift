/// What a character becomes before it is compared: NFKC, look-alikes to ASCII, accents off, lower case.
enum CharacterFold {
    case unchanged
    case invisible
    case scalar(UInt32, isLookalike: Bool)
    /// UTF-8 at a place of `CharacterTables.foldSequences`.
    case sequence(Range<Int>, isLookalike: Bool)

    /// By how many times a character's UTF-8 grows at most: U+FDFA from 3 bytes to 33.
    static let largestGrowth = 11

    var isLookalike: Bool {
        switch self {
        case .unchanged, .invisible: false
        case .scalar(_, let isLookalike), .sequence(_, let isLookalike): isLookalike
        }
    }

    /// - Parameter scalar: a character beyond ASCII.
    init(of scalar: UInt32) {
        guard scalar < CharacterTables.limit else {
            self = scalar >> 12 == 0xE0 ? .invisible : .unchanged
            return
        }
        let index = CharacterTables.foldIndex.utf8Start
        let at = Int(scalar / CharacterTables.foldBlock) * 2
        let block = Int(index[at]) | Int(index[at + 1]) << 7
        let cell = (block * Int(CharacterTables.foldBlock) + Int(scalar % CharacterTables.foldBlock)) * 4
        let cells = CharacterTables.foldBlocks.utf8Start
        let packed =
            UInt32(cells[cell]) | UInt32(cells[cell + 1]) << 7 | UInt32(cells[cell + 2]) << 14
            | UInt32(cells[cell + 3]) << 21
        let value = packed & 0x1F_FFFF
        let isLookalike = packed >> 21 != 0
        switch value {
        case 0: self = .unchanged
        case 1..<0x110000: self = .scalar(value, isLookalike: isLookalike)
        case 0x110000: self = .invisible
        default:
            let place = Int(value - 0x110001)
            let length = Int(CharacterTables.foldSequences.utf8Start[place])
            self = .sequence(place + 1..<place + 1 + length, isLookalike: isLookalike)
        }
    }
}
