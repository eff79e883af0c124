import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct ThreadTests {
    @Test("comments on a closed thread are rejected, a trusted author's too")
    func closed() throws {
        let desk = Desk { $0.moderation.trusted = ["boss@blog.example"] }
        try desk.list(closed: true)
        let judgement = try desk.judge(
            try desk.comment(email: "boss@blog.example", token: Desk.token("boss@blog.example"))
        )
        #expect(judgement.verdict == .rejected)
        #expect(judgement.codes == ["comment_closed"])
    }

    @Test(
        "a post closes the second after its age is over, by the time of submission",
        arguments: [(14 * 86400, Verdict.approved), (14 * 86400 + 1, .rejected)]
    )
    func age(seconds: Int64, verdict: Verdict) throws {
        let desk = Desk { $0.moderation.closeAfter = .days(14) }
        try desk.list(publishedAt: Desk.noon)
        let judgement = try desk.judge(try desk.comment(after: seconds))
        #expect(judgement.verdict == verdict)
        #expect(judgement.codes == (verdict == .rejected ? ["comment_closed"] : []))
    }

    @Test("what is refused for its fields is told of its closed or missing thread, too")
    func refused() throws {
        let desk = Desk {
            $0.moderation.closeAfter = .days(14)
            $0.threads.unknown = .reject
        }
        let late = try desk.comment(after: 15 * 86400)
        func codes(at moment: Timestamp?) throws -> [String] {
            let blank = Problem(.requireValidComment, field: "body", message: "It is blank.")
            let refusal = Refusal(origin: late.origin, problems: [blank], thread: late.thread, submittedAt: moment)
            return try desk.judge.completed(refusal, history: desk.history).problems.map(\.code)
        }
        #expect(try codes(at: nil) == ["require_valid_comment", "comment_id_not_found"])
        try desk.list(publishedAt: Desk.noon)
        #expect(try codes(at: nil) == ["require_valid_comment", "comment_closed"])
        #expect(try codes(at: Desk.noon) == ["require_valid_comment"])
    }

    @Test("a post without a date never closes by age")
    func undated() throws {
        let desk = Desk { $0.moderation.closeAfter = .days(1) }
        try desk.list()
        #expect(try desk.judge(try desk.comment(after: 1_000_000)).verdict == .approved)
    }

    @Test(
        "an unknown thread is accepted, held or rejected",
        arguments: [
            (UnknownThreadAnswer.accept, Verdict.approved, [String]()), (.hold, .held, ["thread_unknown"]),
            (.reject, .rejected, ["thread_unknown"]),
        ]
    )
    func unknown(answer: UnknownThreadAnswer, verdict: Verdict, symbols: [String]) throws {
        let desk = Desk { $0.threads.unknown = answer }
        let judgement = try desk.judge(try desk.comment())
        #expect(judgement.verdict == verdict)
        #expect(judgement.symbols == symbols)
        #expect(judgement.codes == (verdict == .rejected ? ["comment_id_not_found"] : []))
        try desk.list()
        #expect(try desk.judge(try desk.comment("Another remark.")).verdict == .approved)
    }

    @Test("a thread on another host is held unless the site lists it")
    func foreign() throws {
        let desk = Desk()
        let judgement = try desk.judge(try desk.comment(thread: "https://elsewhere.example/post"))
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["thread_foreign"])
        try desk.list("https://elsewhere.example/post")
        #expect(
            try desk.judge(try desk.comment("More.", thread: "https://elsewhere.example/post")).verdict == .approved
        )
    }
}
