import Text

/// The equality of WordPress's database, `utf8mb4_unicode_520_ci`: primary weights of UCA 5.2, trailing spaces ignored. Two texts are equal where their
/// foldings are the same.
///
/// Compatibility decompositions (NFKD), less what has no primary weight, case-folded, digits of every script as ASCII, and a few pairs beyond that.
enum EqualityFolding {
    static func fold(_ text: String) -> String {
        var text = text
        let ascii = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? foldASCII(bytes) : nil }
        return ascii ?? foldScalars(text)
    }

    private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { folded in
            var count = 0
            for byte in bytes where byte >= 0x20 && byte != 0x7F || (byte >= 0x09 && byte <= 0x0D) {
                folded[count] = byte.asciiLowercased
                count += 1
            }
            while count > 0, folded[count - 1] == 0x20 { count -= 1 }
            return count
        }
    }

    private static func foldScalars(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in IndivisibleScalars.sheltering(text).nfkd.unicodeScalars {
            if IgnorableScalars.contains(scalar.value) { continue }
            if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
                folded.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
            } else {
                let lower = CaseFolding.table.fold(scalar.value)
                if let pair = pairs[lower] {
                    folded.append(contentsOf: pair.unicodeScalars)
                } else {
                    folded.append(Unicode.Scalar(unpaired(lower)) ?? scalar)
                }
            }
        }
        while folded.last == " " { folded.removeLast() }
        return String(folded)
    }

    /// Letters that weigh as others do, though nothing decomposes them.
    private static let pairs: [UInt32: String] = [
        0xDF: "ss", 0xE6: "ae", 0x153: "oe", 0xF8: "o", 0x142: "l", 0x111: "d", 0xF0: "d", 0x127: "h", 0x491: "г",
    ]

    /// Katakana as hiragana, small kana as large, final Hebrew letters as the others.
    private static func unpaired(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30A1...0x30F6: unpaired(scalar - 0x60)
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: scalar + 1
        case 0x3095: 0x304B
        case 0x3096: 0x3051
        case 0x5DA, 0x5DD, 0x5DF, 0x5E3, 0x5E5: scalar + 1
        default: scalar
        }
    }
}
