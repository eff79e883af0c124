import Comments
import Settings
import Spam
import Testing

@testable import Moderation

@Suite struct ReplayTests {
    private func stored(_ comment: Comments.Comment, _ judgement: Judgement) -> StoredComment {
        var author = comment.author
        author.isVerified = judgement.isVerified
        return StoredComment(
            sequence: 1,
            origin: comment.origin,
            senderID: judgement.senderID,
            thread: comment.thread,
            parent: judgement.parent,
            author: author,
            body: comment.body,
            format: comment.format,
            submittedAt: comment.submittedAt,
            extra: comment.extra,
            decision: judgement.decision,
            decidedAt: comment.submittedAt
        )
    }

    @Test("judged again with the same words and settings, a comment is judged the same")
    func same() throws {
        let desk = Desk {
            $0.moderation.previouslyApproved = true
            $0.moderation.trusted = ["boss@blog.example"]
        }
        desk.blocked = "casino"
        desk.history.neighbourhood = SpamHistory(copies: 1)
        let comments = [
            try desk.comment("One.", senderID: "1", after: 0),
            try desk.comment("Two.", parent: "1", senderID: "1", after: 5),
            try desk.comment("casino https://a.example https://b.example"),
            try desk.comment(email: "boss@blog.example"),
            try desk.comment("Boss.", email: "boss@blog.example", token: Desk.token("boss@blog.example")),
            try desk.comment("Honey.") { $0.filledHoneypot = true },
        ]
        for comment in comments {
            let first = try desk.judge(comment)
            let again = try desk.judgeAgain(stored(comment, first))
            #expect(again.decision == first.decision, "\(comment.body)")
            #expect(again.parent == first.parent)
            #expect(again.isVerified == first.isVerified)
        }
    }

    @Test("today's words decide, the past stays as it was found")
    func changed() throws {
        let desk = Desk()
        let comment = try desk.comment("A casino.", after: 0)
        let first = try desk.judge(comment)
        #expect(first.verdict == .approved)
        desk.blocked = "casino"
        #expect(try desk.judgeAgain(stored(comment, first)).verdict == .trashed)
        let second = try desk.comment("Another.", after: 5)
        let flooded = try desk.judge(second)
        #expect(flooded.verdict == .held)
        desk.blocked = ""
        desk.settings.flood.interval = .zero
        #expect(try desk.judgeAgain(stored(second, flooded)).verdict == .held)
    }

    @Test("what was no comment is not judged again")
    func refused() throws {
        let desk = Desk()
        let comment = try desk.comment()
        var row = stored(comment, try desk.judge(comment))
        #expect(Comments.Comment(row) != nil)
        row.isTombstone = true
        #expect(Comments.Comment(row) == nil)
        row.isTombstone = false
        row.decision.verdict = .rejected
        #expect(Comments.Comment(row) == nil)
    }
}
