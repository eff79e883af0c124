import Text

/// What a message says, written as text and as HTML at once.
struct MailBody {
    private(set) var text = ""
    private(set) var html = ""

    mutating func heading(_ words: String) {
        let words = words.onOneLine
        separate()
        text += words + "\n" + String(repeating: "-", count: min(72, words.count)) + "\n"
        html += "<h2>" + HTMLText.escaped(words) + "</h2>\n"
    }

    mutating func paragraph(_ words: String) {
        let words = words.onOneLine
        separate()
        text += words + "\n"
        html += "<p>" + HTMLText.escaped(words) + "</p>\n"
    }

    /// Paragraphs and lines as they are; not for what a visitor wrote.
    mutating func passage(_ words: String) {
        separate()
        let lines = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            String($0).onOneLine
        }
        text += lines.joined(separator: "\n") + "\n"
        html += "<p style=\"white-space:pre-line\">" + HTMLText.escaped(lines.joined(separator: "\n")) + "</p>\n"
    }

    /// Lines of a label and a value.
    mutating func fields(_ fields: [(label: String, value: String)]) {
        separate()
        html += "<p>"
        for (index, field) in fields.enumerated() {
            let value = field.value.onOneLine
            text += field.label + ": " + value + "\n"
            html +=
                (index > 0 ? "<br>\n" : "") + "<b>\(HTMLText.escaped(field.label)):</b> "
                + HTMLText.escaped(value)
        }
        html += "</p>\n"
    }

    /// What a visitor wrote; no line of it can be taken for one of ours.
    mutating func quote(_ words: String) {
        separate()
        for line in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "| " + line + "\n"
        }
        html += "<blockquote style=\"white-space:pre-line\">" + HTMLText.escaped(words) + "</blockquote>\n"
    }

    mutating func list(_ items: [String]) {
        guard !items.isEmpty else { return }
        let items = items.map(\.onOneLine)
        separate()
        for item in items { text += "* " + item + "\n" }
        html += "<ul>" + items.map { "<li>" + HTMLText.escaped($0) + "</li>" }.joined(separator: "\n") + "</ul>\n"
    }

    /// Lines to answer with, and links that write such an answer.
    mutating func commands(_ commands: [(name: String, line: String)], to address: String) {
        separate()
        html += "<p>"
        for (index, command) in commands.enumerated() {
            text += command.line + "\n"
            let link = HTMLText.escaped(MailTo.address(address, words: command.line))
            html += (index > 0 ? " &middot; " : "") + "<a href=\"\(link)\">\(HTMLText.escaped(command.name))</a>"
        }
        html += "</p>\n"
    }

    mutating func link(_ label: String, _ address: String) {
        separate()
        text += label + ": " + address.onOneLine + "\n"
        html += "<p><a href=\"\(HTMLText.escaped(address))\">\(HTMLText.escaped(label))</a></p>\n"
    }

    private mutating func separate() {
        if !text.isEmpty { text += "\n" }
    }
}

/// Parts of `mailto:` addresses (RFC 6068).
enum MailTo {
    /// An address that writes a message with `words` as its subject and text.
    static func address(_ address: String, words: String) -> String {
        "mailto:\(encoded(address))?subject=\(encoded(words))&body=\(encoded(words))"
    }

    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if byte.isASCIIAlphanumeric || "-._~@".utf8.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
