/// Base 64 (RFC 4648 section 4).
public enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let rest = bytes.count - index
            let word =
                UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
            for place in 0..<4 {
                let digit = digits[Int(word >> UInt32(18 - 6 * place) & 63)]
                text.append(place > rest ? UInt8(ascii: "=") : digit)
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// In lines of 76 digits (RFC 2045 section 6.8).
    public static func append(_ content: [UInt8], to bytes: inout [UInt8]) {
        for start in stride(from: 0, to: content.count, by: 57) {
            bytes.append(contentsOf: text(Array(content[start..<min(start + 57, content.count)])).utf8)
            bytes.append(0x0A)
        }
    }

    /// The bytes that a text stands for, with white space and line ends anywhere in it, also in the alphabet for addresses; nil for
    /// any other text.
    public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 65)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 71)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte + 4)
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="), 0...0x20: continue
            default: return nil
            }
            bits = bits << 6 | value
            count += 1
            guard count == 4 else { continue }
            decoded.append(contentsOf: [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)])
            (bits, count) = (0, 0)
        }
        switch count {
        case 2: decoded.append(UInt8(bits >> 4 & 255))
        case 3: decoded.append(contentsOf: [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)])
        case 1: return nil
        default: break
        }
        return decoded
    }
}
