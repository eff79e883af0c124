/// Base 64 (RFC 4648 section 4).
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
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
    static func append(_ content: [UInt8], to bytes: inout [UInt8]) {
        for start in stride(from: 0, to: content.count, by: 57) {
            bytes.append(contentsOf: text(Array(content[start..<min(start + 57, content.count)])).utf8)
            bytes.append(0x0A)
        }
    }
}
