import Foundation

extension String {
    /// Unicode Normalization Form C (UAX #15). Text whose scalars all lie below U+0300 is returned as it is.
    public var nfc: String {
        needsNormalization ? precomposedStringWithCanonicalMapping : self
    }

    /// Unicode Normalization Form KD (UAX #15). ASCII is returned as it is.
    public var nfkd: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : decomposedStringWithCompatibilityMapping
    }

    /// Whether a scalar at or above U+0300 occurs: all below compose to themselves.
    private var needsNormalization: Bool {
        utf8.contains { $0 >= 0xCC }
    }
}
