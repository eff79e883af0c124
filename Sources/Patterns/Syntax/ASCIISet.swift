import Text

/// Some of the 128 ASCII bytes.
struct ASCIISet: Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let all: ASCIISet = {
        var set = ASCIISet()
        for byte in 0..<128 as Range<UInt8> { set.insert(byte.asciiLowercased) }
        return set
    }()

    init() {}

    /// What the members of `set` become when a text is folded and its `İ` and `ı` are joined with i.
    init(foldedFrom set: ScalarSet, ignoringCase: Bool) {
        for byte in 0..<128 as Range<UInt8> where set.contains(UInt32(byte), ignoringCase: ignoringCase) {
            insert(byte.asciiLowercased)
        }
        // The four outside ASCII whose folding lies within.
        for (scalar, byte) in [(0x130, 0x69), (0x131, 0x69), (0x17F, 0x73), (0x212A, 0x6B)] as [(UInt32, UInt8)]
        where set.contains(scalar, ignoringCase: ignoringCase) {
            insert(byte)
        }
    }

    var isEmpty: Bool { low == 0 && high == 0 }

    mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte & 63) & 1 == 1
    }

    var members: [UInt8] { (0..<128 as Range<UInt8>).filter(contains) }
}
