/// Base64 (RFC 4648) as feeds have it: with white space and line ends anywhere.
enum Base64 {
    /// The decoded bytes, if they are UTF-8; nil otherwise.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
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
        return String(validating: decoded, as: UTF8.self) == nil ? nil : decoded
    }
}
