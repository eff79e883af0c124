/// Text as quoted-printable (RFC 2045 section 6.7): lines of at most 76 characters, readable where it is ASCII.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// - Parameter text: lines ended by line feeds; any other control is encoded.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = Array(text.utf8)
        var length = 0
        for (index, byte) in utf8.enumerated() {
            if byte == 0x0A {
                bytes.append(byte)
                length = 0
                continue
            }
            let endsLine = index + 1 == utf8.count || utf8[index + 1] == 0x0A
            let isSpace = byte == 0x20 || byte == 0x09
            // "From " at a line's start is altered by mailbox formats, a lone dot ends a message in SMTP.
            let isRisky = length == 0 && (byte == UInt8(ascii: "F") || byte == UInt8(ascii: "."))
            let isLiteral =
                (isSpace && !endsLine) || (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") && !isRisky)
            let width = isLiteral ? 1 : 3
            if length + width > 75 {
                bytes.append(contentsOf: "=\n".utf8)
                length = 0
            }
            if isLiteral {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
            length += width
        }
        if length > 0 { bytes.append(0x0A) }
    }
}
