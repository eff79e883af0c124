import Comments
import Settings
import Testing

@testable import Intake

@Suite("A moderator's answer by mail")
struct MailReplyTests {
    private static let id = "01KJMBQDE0Z9X4T2N7QK3VYH5C"
    private static let other = "01KJMBQDE0Z9X4T2N7QK3VYH5D"
    private static let token = "1773609600.5e57bb9e2a967869fc478f29b0c75824"

    private func decoded(_ message: String) -> IntakeItem {
        var settings = Settings()
        settings.site.moderators = ["Desk@blog.example"]
        let origin = Origin(
            id: CommentID(high: 1, low: 1),
            delivery: "a.eml",
            index: 0,
            arrivedAt: Timestamp(seconds: 0)
        )
        return SubmissionDecoder(settings: settings, keys: SiteKeys(secret: [1])).decode(
            .mail(Array(message.utf8)),
            origin
        )
    }

    private func action(_ message: String) -> ModeratorAction? {
        if case .action(let action) = decoded(message) { action } else { nil }
    }

    private func field(_ message: String) -> String? {
        if case .refusal(let refusal) = decoded(message) { refusal.problems.first?.field } else { nil }
    }

    private static func message(_ body: String, from: String = "desk@blog.example", header: String = "") -> String {
        "Received: by x\n with y\nFrom: \(from)\n\(header)Subject: Re: held\n\n\(body)"
    }

    static let usable: [(String, String)] = [
        ("a command line alone", message("spam \(id) \(token)\n")),
        (
            "a word above the quoted notice",
            message("Spam.\n\n> approve \(id) \(token)\n> spam \(id) \(token)\n> trash \(id) x\n")
        ),
        ("line ends of CR LF", message("spam \(id) \(token)\n").replacing("\n", with: "\r\n")),
        ("lines that were broken", message("spam\n\nOn Monday, Desk wrote:\n> > spam \(id)\n> > \(token)\n")),
        (
            "a name and a comment beside the address",
            message("spam \(id) \(token)", from: "\"Eve <e@x.example>\" (at work) <DESK@blog.example>")
        ),
        (
            "quoted-printable",
            message(
                "spam=20=\n\(id) 1773609600=2E5e57bb9e2a967869fc478f29b0c75824",
                header: "Content-Transfer-Encoding: quoted-printable\n"
            )
        ),
        (
            "base 64",
            message(
                "c3BhbSAwMUtKTUJRREUwWjlYNFQyTjdRSzNWWUg1QyAxNzczNjA5NjAwLjVlNTdiYjllMmE5Njc4\nNjlmYzQ3OGYyOWIwYzc1ODI0",
                header: "Content-Transfer-Encoding: base64\n"
            )
        ),
        (
            "HTML alone",
            message(
                "<style>p{}</style><div>spam</div><blockquote>spam \(id)&nbsp;\(token)</blockquote>".replacing(
                    "&nbsp;",
                    with: " "
                ),
                header: "Content-Type: text/html; charset=utf-8\n"
            )
        ),
        (
            "a part of a multipart within another",
            message(
                "preamble\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>trash</p>\n--c\n"
                    + "Content-Type: text/plain\n\nspam \(id) \(token)\n--c--\n--b--\n",
                header: "Content-Type: multipart/mixed;\n boundary=\"b\"\n"
            )
        ),
    ]

    @Test("is understood as", arguments: usable)
    func understood(case: String, message: String) throws {
        let action = try #require(self.action(message))
        #expect([action.action, action.comment, action.token] == ["spam", Self.id, Self.token])
    }

    static let unusable: [(String, String, String)] = [
        ("another sender", message("spam \(id) \(token)", from: "eve@x.example"), "sender"),
        (
            "a moderator's address as a name",
            message("spam \(id) \(token)", from: "\"desk@blog.example\" <eve@x.example>"), "sender"
        ),
        ("several senders", message("spam \(id) \(token)", from: "desk@blog.example, eve@x.example"), "sender"),
        ("two From fields", message("spam \(id) \(token)", header: "From: eve@x.example\n"), "sender"),
        ("no command", message("Thank you!\n"), "body"),
        ("another command than the word", message("approve\n> spam \(id) \(token)\n"), "body"),
        ("several comments", message("spam\n> spam \(id) \(token)\n> spam \(other) \(token)\n"), "body"),
        ("no text", message(""), "body"),
        ("an attachment alone", message("x", header: "Content-Type: application/pdf\n"), "body"),
    ]

    @Test("is refused with the reason", arguments: unusable)
    func refused(case: String, message: String, field: String) {
        #expect(self.field(message) == field)
    }

    @Test("a line that stands first says which of several comments is meant")
    func firstLine() {
        let message = Self.message("spam \(Self.id) \(Self.token)\n> spam \(Self.other) \(Self.token)\n")
        #expect(action(message)?.comment == Self.id)
    }

    @Test(
        "hostile messages end soon",
        arguments: [
            String(repeating: "--b\n", count: 60_000), String(repeating: "spam ", count: 50_000),
            String(repeating: "Content-Type: multipart/mixed; boundary=b\n\n--b\n", count: 5_000),
            String(repeating: "=\n", count: 100_000), String(repeating: "(", count: 200_000),
        ]
    )
    func hostile(content: String) {
        for type in ["multipart/mixed; boundary=b", "text/plain", "text/html"] {
            let message = Self.message(
                content,
                header: "Content-Type: \(type)\nContent-Transfer-Encoding: quoted-printable\n"
            )
            #expect(action(message) == nil)
        }
        #expect(action(Self.message("spam", from: content.replacing("\n", with: ""))) == nil)
    }
}
