/// Scalars of UTF-8 that is known to be valid.
enum UTF8Decoder {
    /// The scalar that starts at `place`, and its length in bytes.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, width: Int) {
        let lead = UInt32(text[place])
        if lead < 0x80 { return (lead, 1) }
        func tail(_ distance: Int) -> UInt32 {
            place + distance < text.count ? UInt32(text[place + distance]) & 0x3F : 0
        }
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }

    @inline(__always)
    static func encode(_ scalar: UInt32, to out: UnsafeMutableBufferPointer<UInt8>, at place: inout Int) {
        func put(_ byte: UInt32) {
            out[place] = UInt8(truncatingIfNeeded: byte)
            place += 1
        }
        if scalar < 0x80 {
            put(scalar)
        } else if scalar < 0x800 {
            put(0xC0 | scalar >> 6)
            put(0x80 | scalar & 0x3F)
        } else if scalar < 0x10000 {
            put(0xE0 | scalar >> 12)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        } else {
            put(0xF0 | scalar >> 18)
            put(0x80 | scalar >> 12 & 0x3F)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        }
    }

    /// The scalar that ends before `place`, nil at the start.
    static func before(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard place > 0 else { return nil }
        var start = place - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return decode(text, at: start).scalar
    }

    /// The scalar that starts at `place`, nil at the end.
    static func after(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        place < text.count ? decode(text, at: place).scalar : nil
    }
}

extension UInt32 {
    /// Whether a scalar is a word character in Python's sense: a letter, a number or the underscore (Unicode categories L and N).
    package var isWord: Bool {
        if self < 0x80 {
            let byte = UInt8(truncatingIfNeeded: self)
            return byte.isASCIIAlphanumeric || byte == 0x5F
        }
        guard let scalar = Unicode.Scalar(self) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default:
            return false
        }
    }
}
