import Text

/// What the scalars of common scripts fold to one by one, found once by the general way.
///
/// A text's folding is that of its scalars one after another, as long as none leaves a combining mark whose place among others decides. Scalars that do,
/// and all that are not here, ask for the general way.
struct ScalarFoldings: Sendable {
    /// Latin, Greek, Cyrillic and Arabic letters, general punctuation, Japanese syllables, full-width forms.
    static let common = ScalarFoldings([0x80...0x52F, 0x600...0x6FF, 0x2000...0x206F, 0x3000...0x30FF, 0xFF00...0xFFEF])

    /// Up to seven bytes of UTF-8, little-endian, and their number in the highest byte; or `unknown`.
    private var foldings = [UInt64](repeating: Self.unknown, count: Self.blockSize)
    /// Where the foldings of each 64 scalars start; 0 for those that are not here.
    private var blocks = [UInt16](repeating: 0, count: 0x10000 / Self.blockSize)

    private static let blockSize = 64
    private static let unknown = UInt64.max

    init(_ ranges: [ClosedRange<UInt32>]) {
        let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
        var lines = String.UnicodeScalarView()
        for scalar in scalars {
            lines.append(scalar)
            lines.append("\n")
        }
        let decomposed = IndivisibleScalars.sheltering(String(lines)).nfkd.unicodeScalars
        let parts = decomposed.split(separator: "\n", omittingEmptySubsequences: false)
        for (scalar, parts) in zip(scalars, parts) {
            let (block, place) = Int(scalar.value).quotientAndRemainder(dividingBy: Self.blockSize)
            if blocks[block] == 0 {
                blocks[block] = UInt16(foldings.count)
                foldings += repeatElement(Self.unknown, count: Self.blockSize)
            }
            foldings[Int(blocks[block]) + place] = Self.folding(of: parts) ?? Self.unknown
        }
    }

    /// - Parameter parts: a scalar, decomposed.
    private static func folding(of parts: Substring.UnicodeScalarView) -> UInt64? {
        var folded = String.UnicodeScalarView()
        for part in parts {
            let count = folded.count
            EqualityFolding.append(part, to: &folded)
            if folded.count > count, part.properties.canonicalCombiningClass != .notReordered { return nil }
        }
        let bytes = Array(String(folded).utf8)
        guard bytes.count <= 7 else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(bytes.count) << 56
    }

    /// Ideographs and emoji, which nothing decomposes.
    private static func isItself(_ scalar: UInt32) -> Bool {
        0x4E00...0x9FFF ~= scalar || 0x1F300...0x1F64F ~= scalar
    }

    /// Appends the folding of the scalar that starts at `index`.
    /// - Parameter text: valid UTF-8.
    /// - Returns: the scalar's length; nil where it is not here.
    func append(_ text: UnsafeBufferPointer<UInt8>, at index: Int, to folded: inout [UInt8]) -> Int? {
        let lead = text[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let bytes = text[index..<index + length]
        let scalar = bytes.dropFirst().reduce(UInt32(lead) & 0x7F >> UInt32(length)) { $0 << 6 | UInt32($1 & 0x3F) }
        if Self.isItself(scalar) {
            folded.append(contentsOf: bytes)
            return length
        }
        guard length < 4 else { return nil }
        var folding = foldings[Int(blocks[Int(scalar) / Self.blockSize]) + Int(scalar) % Self.blockSize]
        guard folding != Self.unknown else { return nil }
        for _ in 0..<folding >> 56 {
            folded.append(UInt8(truncatingIfNeeded: folding))
            folding >>= 8
        }
        return length
    }
}
