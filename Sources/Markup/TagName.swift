import Text

/// The name of an element in 64 bits: up to ten letters and digits of six bits each, case ignored. No other name is HTML's.
struct TagName: Hashable, Comparable {
    private(set) var code: UInt64 = 0

    static let maximumLength = 10

    init() {}

    init(_ name: StaticString) {
        for offset in 0..<name.utf8CodeUnitCount { _ = append(name.utf8Start[offset]) }
    }

    /// False for a byte that stands in no element's name.
    mutating func append(_ byte: UInt8) -> Bool {
        if byte.isASCIILetter {
            code = code << 6 | UInt64(byte | 0x20) &- 0x60
        } else if byte.isASCIIDigit {
            code = code << 6 | UInt64(byte) &- 0x30 &+ 27
        } else {
            return false
        }
        return true
    }

    static func < (a: TagName, b: TagName) -> Bool { a.code < b.code }
}
