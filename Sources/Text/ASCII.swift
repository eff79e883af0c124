/// Classes of ASCII bytes, for scanning UTF-8 without decoding it.
extension UInt8 {
    /// Space, tab, line feed, carriage return, vertical tab: what WordPress's `trim()` removes, less NUL.
    @inlinable public var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0C) }

    @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }

    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inlinable public var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

    /// The byte with A-Z made a-z; every other byte as it is.
    @inlinable public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// The value of a hexadecimal digit, or nil.
    @inlinable public var hexDigitValue: UInt8? {
        if isASCIIDigit { return self &- 0x30 }
        let lower = self | 0x20
        return lower &- 0x61 < 6 ? lower &- 0x57 : nil
    }
}

extension String {
    /// The string with A-Z made a-z and nothing else changed.
    public var asciiLowercased: String {
        let hasCapital = utf8.withContiguousStorageIfAvailable { $0.contains { $0 &- 0x41 < 26 } }
        return hasCapital == false ? self : String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}

extension Substring {
    /// The string with A-Z made a-z and nothing else changed.
    public var asciiLowercased: String {
        String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}
