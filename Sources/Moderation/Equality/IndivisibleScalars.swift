import Text

/// Scalars that have a primary weight of their own although Unicode decomposes them: й is not и with a mark, ´ not a space.
enum IndivisibleScalars {
    private static let ranges: [ClosedRange<UInt32>] = [
        0xA8...0xA8, 0xAF...0xAF, 0xB4...0xB4, 0xB8...0xB8, 0x2D8...0x2DD, 0x37A...0x37A, 0x384...0x385, 0x403...0x403,
        0x407...0x407,
        0x40C...0x40C, 0x40E...0x40E, 0x419...0x419, 0x439...0x439, 0x453...0x453, 0x457...0x457, 0x45C...0x45C,
        0x45E...0x45E,
        0x476...0x477, 0x4D0...0x4D3, 0x4D6...0x4D7, 0x4DA...0x4DF, 0x4E4...0x4E7, 0x4EA...0x4ED, 0x4F0...0x4F5,
        0x4F8...0x4F9,
        0x622...0x626, 0xE33...0xE33, 0xEB3...0xEB3, 0x1FBD...0x1FBD, 0x1FBF...0x1FC1, 0x1FCD...0x1FCF, 0x1FDD...0x1FDF,
        0x1FED...0x1FEE, 0x1FFD...0x1FFE, 0x2017...0x2017, 0x203E...0x203E,
    ]

    /// The text with each of them, in lower case, moved to plane 16's private use area, where no decomposition finds it.
    static func sheltering(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { contains($0.value) }) else { return text }
        var sheltered = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let shelter =
                contains(scalar.value) ? Unicode.Scalar(0x10_0000 + CaseFolding.table.fold(scalar.value)) : nil
            sheltered.append(shelter ?? scalar)
        }
        return String(sheltered)
    }

    private static func contains(_ scalar: UInt32) -> Bool {
        scalar >= 0xA8 && ranges.contains { $0.contains(scalar) }
    }
}
