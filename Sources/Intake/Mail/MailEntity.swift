import Text

/// A message or a part of one: a header and what it tells of (RFC 2045).
struct MailEntity {
    let header: MailHeader
    private let body: ArraySlice<UInt8>

    /// nil where there is no header.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let (header, end) = MailHeader.read(bytes) else { return nil }
        self.header = header
        body = bytes[end...]
    }

    /// `text/plain` and the like, in lower case; empty where it is not said.
    var type: String {
        let value = header.values("content-type").first ?? ""
        return value.prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
    }

    /// The body without its transfer encoding.
    var content: [UInt8] {
        switch header.values("content-transfer-encoding").first?.lowercased().trimmed {
        case "base64": Base64.decode(body) ?? []
        case "quoted-printable": Self.quotedPrintable(body)
        default: Array(body)
        }
    }

    /// The parts of a multipart, at most `most`.
    func parts(most: Int) -> [MailEntity] {
        guard let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailEntity] = []
        var start: Int?
        var line = body.startIndex
        while line < body.endIndex, parts.count < most {
            let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
            if body[line..<end].starts(with: mark) {
                if let start, let part = MailEntity(body[start..<line]) { parts.append(part) }
                start = body[(line + mark.count)..<end].starts(with: "--".utf8) ? nil : end
            }
            line = end
        }
        if let start, parts.count < most, let part = MailEntity(body[start...]) { parts.append(part) }
        return parts
    }

    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                decoded.append(byte)
                continue
            }
            if index + 1 < bytes.endIndex, let high = bytes[index].hexDigitValue,
                let low = bytes[index + 1].hexDigitValue
            {
                decoded.append(high << 4 | low)
                index += 2
            } else {
                // A soft line break, white space before it or not.
                let lineEnd = bytes[index...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? bytes.endIndex
                if lineEnd < bytes.endIndex, bytes[lineEnd] == 0x0A {
                    index = lineEnd + 1
                } else {
                    decoded.append(byte)
                }
            }
        }
        return decoded
    }
}
