import Text

/// The characters that text may hold: no control but tab and newline, no noncharacter.
enum PlainCharacters {
    /// Appends a scalar value, or nothing where it is a control, noncharacter or surrogate; a form feed as a space.
    static func append(_ value: UInt32, to text: inout [UInt8]) {
        if value == 0x0C {
            text.append(0x20)
        } else if let scalar = Unicode.Scalar(value), isAllowed(value), let encoded = UTF8.encode(scalar) {
            text.append(contentsOf: encoded)
        }
    }

    /// Appends the character at `index`, which no plain run may hold, as far as it is allowed: line ends become newlines.
    /// - Returns: where the next one starts.
    static func appendSpecial(_ bytes: [UInt8], at index: Int, before end: Int, to text: inout [UInt8]) -> Int {
        switch bytes[index] {
        case 0x0D:
            text.append(0x0A)
            return index + 1 < end && bytes[index + 1] == 0x0A ? index + 2 : index + 1
        case 0x0C:
            text.append(0x20)
            return index + 1
        case 0xC2 where index + 1 < end:
            if bytes[index + 1] >= 0xA0 { text.append(contentsOf: bytes[index...index + 1]) }
            return index + 2
        case 0xEF where index + 2 < end:
            let value = 0xF000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            if isAllowed(value) { text.append(contentsOf: bytes[index...index + 2]) }
            return index + 3
        case 0xF0... where index + 3 < end:
            let low =
                UInt32(bytes[index + 1] & 0x0F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
                | UInt32(bytes[index + 3] & 0x3F)
            if low & 0xFFFE != 0xFFFE { text.append(contentsOf: bytes[index...index + 3]) }
            return index + 4
        default:
            return index + 1
        }
    }

    /// Whether a byte can't just be copied: a control other than tab and newline, or the first byte of what may be a control or
    /// noncharacter.
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        if byte < 0x80 { return (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F }
        return byte == 0xC2 || byte == 0xEF || byte >= 0xF0
    }

    /// Where the next byte stands that may be special or may start a tag or a reference; sixteen are looked at together.
    static func endOfRun(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.firstIndex(from: start) { bytes in
                bytes.controlMarks .| (bytes .> SIMD16(repeating: 0x7E)) .| bytes.marks(of: UInt8(ascii: "<"))
                    .| bytes.marks(of: UInt8(ascii: "&"))
            }
        }
    }

    private static func isAllowed(_ value: UInt32) -> Bool {
        if value < 0x20 { return value == 0x0A || value == 0x09 }
        return !(0x7F...0x9F ~= value || 0xFDD0...0xFDEF ~= value || value & 0xFFFE == 0xFFFE)
    }
}
