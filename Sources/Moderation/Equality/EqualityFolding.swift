import Text

/// The equality of WordPress's database, `utf8mb4_unicode_520_ci`: primary weights of UCA 5.2, trailing spaces ignored. Two texts are equal where their
/// foldings are the same.
///
/// Compatibility decompositions (NFKD), less what has no primary weight, case-folded, digits of every script as ASCII, and a few pairs beyond that.
enum EqualityFolding {
    static func fold(_ text: String) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

    /// The folding in UTF-8.
    static func bytes(of text: String) -> [UInt8] {
        var folded: [UInt8] = []
        append(text, to: &folded)
        return folded
    }

    /// Appends the folding in UTF-8.
    /// - Returns: where it stands.
    @discardableResult
    static func append(_ text: String, to folded: inout [UInt8]) -> Range<Int> {
        let start = folded.count
        let isFolded = text.withBytes { bytes in
            guard !bytes.isASCII else {
                folded.append(atMost: bytes.count) { fold(ascii: bytes, into: &$0) }
                return true
            }
            return appendCommon(bytes, to: &folded)
        }
        if isFolded {
            while folded.count > start, folded[folded.count - 1] == 0x20 { folded.removeLast() }
        } else {
            folded.removeSubrange(start...)
            folded.append(contentsOf: fold(scalarsOf: text).utf8)
        }
        return start..<folded.count
    }

    private static func fold(ascii bytes: UnsafeBufferPointer<UInt8>, into folded: inout ByteCursor) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word.firstUnprintableMark == 0 {
                    folded.put(word: word | word.capitalMarks >> 2)
                    index += 8
                    continue
                }
            }
            let byte = bytes[index]
            index += 1
            if isKept(byte) { folded.put(byte.asciiLowercased) }
        }
    }

    /// Scalar by scalar, from a table.
    /// - Returns: false where one needs a closer look.
    private static func appendCommon(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) -> Bool {
        let table = ScalarFoldings.common
        folded.reserveCapacity(folded.count + bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if isKept(byte) { folded.append(byte.asciiLowercased) }
                index += 1
            } else {
                guard let length = table.append(bytes, at: index, to: &folded) else { return false }
                index += length
            }
        }
        return true
    }

    /// Whether a byte of ASCII has a primary weight.
    @inline(__always)
    private static func isKept(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (byte >= 0x09 && byte <= 0x0D)
    }

    /// The general way.
    static func fold(scalarsOf text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in IndivisibleScalars.sheltering(text).nfkd.unicodeScalars { append(scalar, to: &folded) }
        while folded.last == " " { folded.removeLast() }
        return String(folded)
    }

    /// Appends what a decomposed scalar weighs as.
    static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
        if IgnorableScalars.contains(scalar.value) { return }
        if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            folded.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
            return
        }
        let lower = CaseFolding.table.fold(scalar.value)
        if let pair = pairs[lower] {
            folded.append(contentsOf: pair.unicodeScalars)
        } else {
            folded.append(Unicode.Scalar(unpaired(lower)) ?? scalar)
        }
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
