import Comments
import Testing

@testable import Outbox

@Suite("Other notices")
struct OtherNoticeTests {
    private static let date = Timestamp(seconds: 1_772_400_000)

    private func text(_ mail: OutgoingMail?) throws -> String {
        let mail = try #require(mail)
        let text = String(decoding: mail.bytes, as: UTF8.self)
        for line in text.split(separator: "\n") {
            #expect(line.utf8.count <= (line.hasPrefix("List-Unsubscribe:") ? 998 : 78))
        }
        return text.replacingSoftBreaks
    }

    @Test("an approval is told to moderators and the post's author")
    func approved() throws {
        var thread = Desk.thread
        thread.authorEmail = "writer@blog.example"
        let notice = ApprovedNotice(Desk.comment(1), thread: thread, number: 3, date: Self.date)
        let text = try text(notice.mail(try Desk.context()))
        #expect(text.contains("To: desk@blog.example, writer@blog.example\n"))
        #expect(text.contains("#comment-\(Desk.id(1))"))
    }

    @Test("an outcome goes to a verified address alone, with the reasons of a refusal")
    func outcome() throws {
        let context = try Desk.context()
        var comment = Desk.comment(1, isVerified: true)
        comment.decision = Decision(
            verdict: .rejected,
            problems: [Problem(.closed, field: "thread", message: "comments are closed")]
        )
        let text = try text(OutcomeNotice(comment, thread: nil, number: 3, date: Self.date).mail(context))
        #expect(text.contains("To: ada@private.example\n") && text.contains("* comments are closed\n"))
        comment.author.isVerified = false
        #expect(OutcomeNotice(comment, thread: nil, number: 3, date: Self.date).mail(context) == nil)
        #expect(OutcomeNotice(spam(isVerified: true), thread: nil, number: 3, date: Self.date).mail(context) == nil)
    }

    private func spam(isVerified: Bool) -> StoredComment {
        var comment = Desk.comment(2, isVerified: isVerified)
        comment.decision.verdict = .spam
        return comment
    }

    @Test("a confirmation quotes nothing of a visitor's")
    func confirmation() throws {
        let context = try Desk.context()
        let notice = ConfirmationNotice(Desk.id(1), email: "eve@x.example", number: 4, date: Self.date)
        let text = try text(notice.mail(context))
        #expect(text.contains("To: eve@x.example\n") && text.contains("\nsubscribe \(Desk.id(1)) "))
        for address in [
            "eve@x.example\nBcc: b@x.example", "a b@x.example", "<eve@x.example>", "eve@x.example, b@x.example",
        ] {
            #expect(ConfirmationNotice(Desk.id(1), email: address, number: 4, date: Self.date).mail(context) == nil)
        }
    }

    @Test("every reply notice can be unsubscribed from")
    func reply() throws {
        let context = try Desk.context()
        let notice = ReplyNotice(
            Desk.comment(2, answers: 1, name: "Zoë"),
            thread: Desk.thread,
            subscription: Desk.id(1),
            email: "ada@private.example",
            number: 5,
            date: Self.date
        )
        let text = try text(notice.mail(context))
        #expect(text.contains("List-Unsubscribe: <mailto:desk@blog.example?subject=unsubscribe%20\(Desk.id(1))%20"))
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("unsubscribe ") })
        let token = try #require(ActionToken(String(line.split(separator: " ")[2])))
        #expect(context.keys.accepts(token, for: "unsubscribe", on: Desk.id(1)))
        #expect(!text.contains("203.0.113"))
    }

    @Test("trouble is told to the moderators")
    func trouble() throws {
        let notice = TroubleNotice(
            "the rules do not load",
            message: "Rules/a.yaml:3:1: unknown",
            number: 6,
            date: Self.date
        )
        let text = try text(notice.mail(try Desk.context()))
        #expect(text.contains("Subject: [Harbour Libraries] Trouble: the rules do not load\n"))
        #expect(text.contains("| Rules/a.yaml:3:1: unknown\n"))
    }
}

extension String {
    /// Quoted-printable text with its lines joined and `=3D` decoded; enough for ASCII.
    fileprivate var replacingSoftBreaks: String {
        let joined = split(separator: "\n", omittingEmptySubsequences: false).reduce(into: "") { text, line in
            text += line.hasSuffix("=") ? line.dropLast() : line + "\n"
        }
        return joined.split(separator: "=3D", omittingEmptySubsequences: false).joined(separator: "=")
    }
}
