/// What a character is: letter, digit, space or a mark; its case and its script.
struct CharacterClass {
    /// As `CharacterTables.classBlocks` packs it.
    let bits: UInt8

    var isLetter: Bool { bits & 3 == 1 }
    var isDigit: Bool { bits & 3 == 2 }
    var isSpace: Bool { bits & 3 == 3 }
    var isWord: Bool { bits & 3 == 1 || bits & 3 == 2 }
    var isCapital: Bool { bits & 4 != 0 }
    var script: Script { Script(rawValue: bits >> 3) ?? .other }

    /// - Parameter scalar: a character beyond ASCII.
    init(of scalar: UInt32) {
        guard scalar < CharacterTables.limit else {
            // Planes 2 and 3 hold ideographs, plane 14 invisible characters.
            bits = scalar < 0x40000 ? 1 | Script.han.rawValue << 3 : 0
            return
        }
        let index = CharacterTables.classIndex.utf8Start
        let at = Int(scalar / CharacterTables.classBlock) * 2
        let block = Int(index[at]) | Int(index[at + 1]) << 7
        let cell = block * Int(CharacterTables.classBlock) + Int(scalar % CharacterTables.classBlock)
        bits = CharacterTables.classBlocks.utf8Start[cell]
    }
}
