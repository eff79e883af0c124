import Text

/// Header texts (RFC 5322 section 2.2, RFC 2047): ASCII as it is, anything else as encoded words. Line ends and controls become
/// spaces, so that no text can begin another header.
enum EncodedWord {
    /// A header line without its end, folded.
    static func header(_ name: String, text: String) -> String {
        fold(name + ":", words(text))
    }

    /// A display name as words of a header, quoted or encoded; none for a blank one.
    static func phrase(_ text: String) -> [String] {
        let line = text.onOneLine
        if line.isEmpty { return [] }
        guard isPlain(line), line.utf8.count <= 60 else { return encoded(line) }
        return ["\"" + line.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""]
    }

    /// Lays words out in lines of at most 76 characters where they allow it.
    static func fold(_ start: String, _ words: [String]) -> String {
        var text = start
        var length = start.utf8.count
        for word in words {
            if length + 1 + word.utf8.count > 76, length > start.utf8.count {
                text += "\n"
                length = 0
            }
            text += " " + word
            length += 1 + word.utf8.count
        }
        return text
    }

    private static func words(_ text: String) -> [String] {
        let line = text.onOneLine
        let words = line.split(separator: " ").map(String.init)
        if isPlain(line), words.allSatisfy({ $0.utf8.count <= 70 }) { return words }
        return encoded(line)
    }

    /// Encoded words of at most 64 characters, so that one fits behind a header's name; each holds whole scalars in base 64.
    private static func encoded(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if bytes.count + UTF8.width(scalar) > 39 {
                words.append("=?UTF-8?B?" + Base64.text(bytes) + "?=")
                bytes.removeAll()
            }
            bytes.append(contentsOf: String(scalar).utf8)
        }
        if !bytes.isEmpty { words.append("=?UTF-8?B?" + Base64.text(bytes) + "?=") }
        return words
    }

    private static func isPlain(_ line: String) -> Bool {
        line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
    }
}

extension String {
    /// The text on one line: line ends and controls are spaces, runs of them one.
    var onOneLine: String {
        var line = ""
        for scalar in unicodeScalars {
            let isBreak = scalar.isStrippedControl || scalar.properties.isWhitespace || scalar.value == 0x2028
            line.unicodeScalars.append(isBreak ? " " : scalar)
        }
        return line.joinedSpaces
    }
}
