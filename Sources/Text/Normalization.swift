import Foundation

extension String {
    /// Unicode Normalization Form C (UAX #15). Text of scalars that compose to themselves is returned as it is.
    public var nfc: String {
        needsNormalization ? precomposedStringWithCanonicalMapping : self
    }

    /// Unicode Normalization Form KD (UAX #15). ASCII is returned as it is.
    public var nfkd: String {
        ByteTraits(self).contains(.nonASCII) ? decomposedStringWithCompatibilityMapping : self
    }

    private var needsNormalization: Bool {
        ByteTraits(self).contains(.composable) && !unicodeScalars.allSatisfy(\.standsAlone)
    }
}

extension Unicode.Scalar {
    /// Whether it surely is in NFC and joins nothing before it: of the common scripts, those with `NFC_Quick_Check` Yes and combining
    /// class 0 (DerivedNormalizationProps.txt of Unicode 15).
    fileprivate var standsAlone: Bool {
        switch value {
        case 0...0x2FF, 0x370...0x373, 0x375...0x37D, 0x37F...0x386, 0x388...0x482, 0x48A...0x58F, 0x5D0...0x5EA,
            0x621...0x64A, 0x660...0x66F, 0x671...0x6D5, 0x1E00...0x1EFF, 0x2002...0x20CF, 0x2100...0x2125,
            0x212C...0x2328, 0x232B...0x2ADB, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x312F, 0x4E00...0x9FFF,
            0xAC00...0xD7A3, 0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1F000...0x1FAFF:
            true
        default:
            false
        }
    }
}
