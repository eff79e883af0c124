/// What one look over a text's UTF-8 bytes tells of the work it needs.
struct ByteTraits: OptionSet {
    let rawValue: UInt8

    /// A C0 control other than newline and tab, DEL, or what may be a C1 control.
    static let control = ByteTraits(rawValue: 1)
    /// A scalar at or above U+0300; all below compose to themselves.
    static let composable = ByteTraits(rawValue: 2)
    /// A byte at or above 0x80.
    static let nonASCII = ByteTraits(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ text: String) {
        self = text.utf8.withContiguousStorageIfAvailable(Self.traits) ?? [.control, .composable, .nonASCII]
    }

    private static func traits(of bytes: UnsafeBufferPointer<UInt8>) -> ByteTraits {
        var traits: ByteTraits = []
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word.firstUnprintableMark != 0 { for offset in 0..<8 { traits.insert(trait(of: raw[index + offset])) } }
            index += 8
        }
        while index < raw.count {
            traits.insert(trait(of: raw[index]))
            index += 1
        }
        return traits
    }

    @inline(__always)
    private static func trait(of byte: UInt8) -> ByteTraits {
        switch byte {
        case 0x09, 0x0A, 0x20...0x7E: []
        case 0x00...0x1F, 0x7F: .control
        case 0xC2: [.control, .nonASCII]
        case 0xCC...0xFF: [.composable, .nonASCII]
        default: .nonASCII
        }
    }
}
