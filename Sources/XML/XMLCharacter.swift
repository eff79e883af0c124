extension [UInt8] {
    /// Appends a code point in UTF-8; what XML 1.0 can't hold as U+FFFD.
    mutating func append(codePoint: UInt32) {
        guard let scalar = Unicode.Scalar(codePoint), scalar.isAllowedInXML else {
            append(contentsOf: [0xEF, 0xBF, 0xBD])
            return
        }
        if scalar.value < 0x80 {
            append(UInt8(scalar.value))
        } else if let encoded = UTF8.encode(scalar) {
            append(contentsOf: encoded)
        }
    }
}

extension Unicode.Scalar {
    /// `Char` of XML 1.0 section 2.2.
    var isAllowedInXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
