import Text

/// The fields of a message's header, unfolded (RFC 5322 section 2.2).
struct MailHeader {
    private static let most = 1000
    private var fields: [(name: String, value: String)] = []

    /// The header that bytes begin with, and where its body begins; nil where they begin with none. An mbox's `From ` line is passed
    /// over.
    static func read(_ bytes: ArraySlice<UInt8>) -> (header: MailHeader, end: Int)? {
        var header = MailHeader()
        var line = bytes.startIndex
        while line < bytes.endIndex, header.fields.count < most {
            let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            let text = bytes[line..<end]
            let content = text.prefix { $0 != 0x0D && $0 != 0x0A }
            defer { line = end }
            if content.isEmpty { return (header, end) }
            if content.first == 0x20 || content.first == 0x09 {
                guard let last = header.fields.indices.last else { return nil }
                header.fields[last].value += " " + String(decoding: content, as: UTF8.self).trimmed
            } else if let colon = content.firstIndex(of: UInt8(ascii: ":")), colon > content.startIndex,
                content[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            {
                let name = String(decoding: content[..<colon], as: UTF8.self).asciiLowercased
                let value = String(decoding: content[(colon + 1)...], as: UTF8.self).trimmed
                header.fields.append((name, value))
            } else if line > bytes.startIndex || !content.starts(with: "From ".utf8) {
                return nil
            }
        }
        return header.fields.isEmpty ? nil : (header, bytes.endIndex)
    }

    /// The values of all fields of a name, which is in lower case.
    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A parameter of a field such as `Content-Type` (RFC 2045 section 5.1).
    func parameter(_ name: String, of field: String) -> String? {
        guard let value = values(field).first else { return nil }
        var rest = value[...]
        while let mark = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: mark)...].drop(while: \.isWhitespace)
            guard rest.prefix(name.count + 1).lowercased() == name + "=" else { continue }
            rest = rest.dropFirst(name.count + 1)
            return rest.first == "\""
                ? String(rest.dropFirst().prefix { $0 != "\"" })
                : String(rest.prefix { $0 != ";" && !$0.isWhitespace })
        }
        return nil
    }

    /// The address of a `From` field that names one; nil for any other.
    static func soleAddress(_ value: String) -> String? {
        var plain = ""
        var isQuoted = false
        var isEscaped = false
        var comments = 0
        for character in value {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"", comments == 0 {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "(" {
                comments += 1
            } else if character == ")", comments > 0 {
                comments -= 1
            } else if comments == 0 {
                plain.append(character)
            }
        }
        guard !plain.contains(where: { $0 == "," || $0 == ";" }) else { return nil }
        let pieces = plain.split(separator: "<", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let last = pieces.last else { return nil }
        return String(pieces.count == 2 ? last.prefix { $0 != ">" } : last).trimmed
    }
}
