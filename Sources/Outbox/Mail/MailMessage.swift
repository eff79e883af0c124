import Comments
import Digests
import Text

/// A message as RFC 5322 and MIME write it: text, and the same as HTML. The same values give the same bytes.
struct MailMessage {
    struct Address {
        var name = ""
        /// Checked when it was set or typed: ASCII, no white space, no angle brackets.
        var address: String

        var words: [String] {
            let phrase = EncodedWord.phrase(name)
            return phrase.isEmpty ? [address] : phrase + ["<\(address)>"]
        }
    }

    var from: Address
    var to: [Address]
    var subject: String
    var date: Timestamp
    /// Without angle brackets, as all ids.
    var id: String
    var references: [String] = []
    var listID: String
    var listName: String
    /// A `mailto:` or https address.
    var unsubscribe: String
    var text: String
    var html: String

    /// Lines end in line feeds, as files of a Maildir and `sendmail -t` have them.
    func bytes() -> [UInt8] {
        let boundary = "=_" + SHA256.digest(id).hex(12)
        var lines = [
            EncodedWord.fold("From:", from.words),
            EncodedWord.fold("To:", recipients),
            EncodedWord.header("Subject", text: subject),
            "Date: " + date.rfc5322,
            "Message-ID: <\(id)>",
        ]
        if let parent = references.last {
            lines.append("In-Reply-To: <\(parent)>")
            lines.append(EncodedWord.fold("References:", references.map { "<\($0)>" }))
        }
        lines += [
            EncodedWord.fold("List-Id:", EncodedWord.phrase(listName) + ["<\(listID)>"]),
            "List-Unsubscribe: <\(unsubscribe)>",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
        ]
        var bytes = Array(lines.joined(separator: "\n").utf8)
        for (type, content) in [("plain", text), ("html", html)] {
            bytes.append(contentsOf: "\n--\(boundary)\nContent-Type: text/\(type); charset=utf-8\n".utf8)
            append(content, to: &bytes)
        }
        bytes.append(contentsOf: "\n--\(boundary)--\n".utf8)
        return bytes
    }

    private var recipients: [String] {
        to.enumerated().flatMap { index, address in
            var words = address.words
            if index + 1 < to.count { words[words.count - 1] += "," }
            return words
        }
    }

    /// In quoted-printable, or in base 64 where that is shorter.
    private func append(_ content: String, to bytes: inout [UInt8]) {
        let foreign = content.utf8.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
        let isBase64 = foreign * 6 > content.utf8.count
        bytes.append(contentsOf: "Content-Transfer-Encoding: \(isBase64 ? "base64" : "quoted-printable")\n\n".utf8)
        if isBase64 {
            Base64.append(Array(content.utf8), to: &bytes)
        } else {
            QuotedPrintable.append(content, to: &bytes)
        }
    }
}
