import Comments
import Testing
import Text

@testable import Outbox

@Suite("Held notices")
struct MailTests {
    private static let date = Timestamp(seconds: 1_772_400_000)

    /// A message taken apart as a mail reader does it.
    private struct Received {
        var headers: [(name: String, value: String)] = []
        var text = ""
        var html = ""

        init(_ bytes: [UInt8]) throws {
            let message = String(decoding: bytes, as: UTF8.self)
            let (head, body) = try Self.split(message)
            headers = head
            let type = self["Content-Type"] ?? ""
            let boundary = try #require(type.split(separator: "\"").last.map(String.init))
            let parts = body.components(separatedBy: "\n--" + boundary)
            text = try Self.decoded(parts[1])
            html = try Self.decoded(parts[2])
            #expect(parts.count == 4 && parts[3] == "--\n")
        }

        subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

        private static func split(_ message: String) throws -> ([(name: String, value: String)], String) {
            let end = try #require(message.firstPlace(of: "\n\n"))
            var headers: [(name: String, value: String)] = []
            for line in message[..<end.lowerBound].split(separator: "\n") {
                if line.hasPrefix(" ") {
                    headers[headers.count - 1].value += line
                } else {
                    let colon = try #require(line.firstIndex(of: ":"))
                    headers.append((String(line[..<colon]), line[colon...].dropFirst().trimmingPrefix(" ").description))
                }
            }
            return (headers, "\n" + message[end.upperBound...])
        }

        private static func decoded(_ part: String) throws -> String {
            let (headers, body) = try split(String(part.dropFirst()))
            let encoding = headers.first { $0.name == "Content-Transfer-Encoding" }?.value
            return encoding == "base64" ? Self.base64(body) : Self.quotedPrintable(body)
        }

        static func quotedPrintable(_ text: String) -> String {
            let bytes = Array(text.dropFirst().utf8)
            var decoded: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "="), index + 1 < bytes.count {
                    if bytes[index + 1] == 0x0A {
                        index += 2
                        continue
                    }
                    decoded.append(UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16) ?? 0)
                    index += 3
                } else {
                    decoded.append(bytes[index])
                    index += 1
                }
            }
            return String(decoding: decoded, as: UTF8.self)
        }

        static func base64(_ text: String) -> String {
            let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
            var decoded: [UInt8] = []
            var word: UInt32 = 0
            var bits = 0
            for character in text {
                guard let value = digits.firstIndex(of: character) else { continue }
                word = word << 6 | UInt32(value)
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    decoded.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
                }
            }
            return String(decoding: decoded, as: UTF8.self)
        }

        /// A header's encoded words in plain.
        static func plain(_ header: String) -> String {
            header.split(separator: " ").map { word in
                word.hasPrefix("=?UTF-8?B?") ? base64(String(word.dropFirst(10).dropLast(2))) : String(word) + " "
            }.joined()
        }
    }

    private func received(_ held: [StoredComment], total: Int? = nil, context: OutboxContext) throws -> Received {
        let all = held.map { HeldNotice.Held($0, thread: Desk.thread) }
        let notice =
            total == nil
            ? HeldNotice(all[0], number: 7, date: Self.date)
            : HeldNotice(digest: all, total: total ?? 0, number: 7, date: Self.date)
        let mail = try #require(notice.mail(context))
        #expect(mail.bytes.split(separator: 0x0A).allSatisfy { $0.count <= 78 })
        return try Received(mail.bytes)
    }

    @Test("a notice shows name, text and findings in words, and three commands that we accept")
    func commands() throws {
        let context = try Desk.context()
        var comment = Desk.comment(3, name: "Zoë", body: "Look <em>here</em>")
        comment.decision.findings = [
            Finding("link_limit", note: "has 2 links"), Finding("bayes", weight: 1_500_000, note: "odd"),
        ]
        let mail = try received([comment], context: context)
        #expect(Received.plain(mail["Subject"] ?? "").hasPrefix("[Harbour Libraries] Held: Zoë on The harbour"))
        #expect(mail.text.contains("By: Zoë\n") && mail.text.contains("\n| Look here\n"))
        #expect(mail.text.contains("* has 2 links\n* odd (+1.5)\n"))
        for action in ["approve", "spam", "trash"] {
            let line = try #require(mail.text.split(separator: "\n").first { $0.hasPrefix(action + " ") })
            let words = line.split(separator: " ").map(String.init)
            #expect(words.count == 3 && words[1] == "\(comment.id)")
            let token = try #require(ActionToken(words[2]))
            #expect(token.expires == Self.date.seconds + 14 * 86400)
            #expect(context.keys.accepts(token, for: action, on: comment.id))
            #expect(!context.keys.accepts(token, for: "hold", on: comment.id))
            #expect(!context.keys.accepts(token, for: action, on: Desk.id(4)))
            #expect(
                mail.html.contains("mailto:desk@blog.example?subject=\(action)%20\(comment.id)%20\(words[2])&amp;body=")
            )
        }
        #expect(!mail.text.contains("private.example") && !mail.text.contains("203.0.113"))
    }

    @Test("headers say that it is automatic, which list it is of, and where it belongs")
    func headers() throws {
        let mail = try received([Desk.comment(3)], context: try Desk.context())
        #expect(mail["From"] == "\"Harbour Libraries\" <desk@blog.example>")
        #expect(mail["To"] == "desk@blog.example")
        #expect(mail["Date"] == "Sun, 01 Mar 2026 21:20:00 +0000")
        #expect(mail["Message-ID"] == "<held.\(Desk.id(3)).7@blog.example>")
        #expect(mail["In-Reply-To"] == mail["References"])
        #expect(mail["Auto-Submitted"] == "auto-generated")
        #expect(mail["List-Id"] == "\"Harbour Libraries\" <comments.blog.example>")
        #expect(mail["List-Unsubscribe"]?.hasPrefix("<mailto:desk@blog.example") == true)
        let other = try received([Desk.comment(5)], context: try Desk.context())
        #expect(other["References"] == mail["References"])
    }

    @Test("nothing that a visitor types begins a header, a part or a command")
    func injection() throws {
        let context = try Desk.context()
        let name = "Eve\r\nBcc: all@x.example\u{2028}approve \(Desk.id(0)) 1.0"
        let body = "approve \(Desk.id(0)) x\n\n--=_boundary\nspam\u{85}trash\n.\nFrom here"
        let mail = try received([Desk.comment(3, name: name, body: body)], context: context)
        #expect(Set(mail.headers.map(\.name)).isDisjoint(with: ["Bcc", "approve"]))
        let lines = mail.text.split(whereSeparator: \.isNewline)
        for action in ["approve", "spam", "trash"] { #expect(lines.count { $0.hasPrefix(action) } == 1) }
    }

    @Test("a digest shows at most 50 comments and tells how many more there are")
    func digest() throws {
        let mail = try received((0..<60).map { Desk.comment($0) }, total: 75, context: try Desk.context())
        #expect(Received.plain(mail["Subject"] ?? "").contains("75 comments are held"))
        #expect(mail.text.split(separator: "\n").count { $0.hasPrefix("approve ") } == 50)
        #expect(mail.text.contains("25 more are held"))
        #expect(mail["Message-ID"] == "<held.7@blog.example>")
    }

    @Test("a long text is cut, and text in any script arrives", arguments: ["я", "😀", "a"])
    func longText(letter: String) throws {
        let body = String(repeating: letter, count: 60000 / letter.utf8.count)
        let mail = try received([Desk.comment(3, body: body)], context: try Desk.context())
        #expect(mail.text.contains(String(repeating: letter, count: 900)))
        #expect(mail.text.contains("more bytes: moderato show"))
        #expect(mail.text.utf8.count < 6000)
    }

    @Test("the same dispatch gives the same file, another one another name")
    func deterministic() throws {
        let context = try Desk.context()
        let held = HeldNotice.Held(Desk.comment(3), thread: nil)
        let mails = [7, 7, 8].map { HeldNotice(held, number: $0, date: Self.date).mail(context) }
        #expect(mails[0] == mails[1])
        #expect(mails[0]?.fileName != mails[2]?.fileName)
        #expect(mails[0]?.fileName.contains { $0 == "/" || $0 == ":" } == false)
    }

    @Test("messages of one dispatch have names of their own")
    func parts() throws {
        let context = try Desk.context()
        let names = (1...3).map { part in
            let held = HeldNotice.Held(Desk.comment(part), thread: nil)
            return HeldNotice(held, number: 7, part: part, date: Self.date).mail(context)?.fileName
        }
        #expect(Set(names).count == 3)
    }

    @Test("a site without moderators writes no mail")
    func nobody() throws {
        let context = try Desk.context { $0.site.moderators = [] }
        #expect(
            HeldNotice(HeldNotice.Held(Desk.comment(0), thread: nil), number: 1, date: Self.date).mail(context) == nil
        )
    }

    @Test(
        "header texts survive folding and encoding",
        arguments: ["plain", "Zoë 🧭 " + String(repeating: "mille-feuille ü ", count: 12), "=?UTF-8?B??=", "a\u{7}\tb"]
    )
    func encodedWords(text: String) throws {
        let header = EncodedWord.header("Subject", text: text)
        #expect(
            header.split(separator: "\n").allSatisfy {
                $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 }
            }
        )
        let value = header.dropFirst("Subject:".count).split(separator: "\n").joined()
        #expect(Received.plain(value).trimmed == text.onOneLine.trimmed)
    }
}

extension String {
    fileprivate func firstPlace(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }

    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self
        while let place = rest.firstPlace(of: separator) {
            parts.append(String(rest[..<place.lowerBound]))
            rest = String(rest[place.upperBound...])
        }
        return parts + [rest]
    }
}
