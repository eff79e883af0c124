import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct HoldingTests {
    @Test("everything is held where the site says so")
    func holdAll() throws {
        let desk = Desk { $0.moderation.holdAll = true }
        let judgement = try desk.judge(try desk.comment())
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["hold_all"])
    }

    @Test(
        "as many links as the limit or more are held, none with a limit of 0",
        arguments: [(2, 1, Verdict.approved), (2, 2, .held), (1, 1, .held), (0, 9, .approved)]
    )
    func links(limit: Int, count: Int, verdict: Verdict) throws {
        let desk = Desk { $0.moderation.maxLinks = limit }
        let body = (0..<count).map { "https://a\($0).example/" }.joined(separator: " and ")
        let judgement = try desk.judge(try desk.comment(body))
        #expect(judgement.verdict == verdict)
        #expect(judgement.symbols == (verdict == .held ? ["link_limit"] : []))
    }

    @Test("links that only Markdown makes count")
    func markdownLinks() throws {
        let desk = Desk()
        let comment = try desk.comment("[one][1] and [two][2]\n\n[1]: https://a.example\n[2]: https://b.example") {
            $0.format = .markdown
        }
        #expect(try desk.judge(comment).verdict == .held)
    }
}

@Suite struct PreviouslyApprovedTests {
    private let first = "ada@letters.example"

    private func desk(_ change: (inout Settings) -> Void = { _ in }) -> Desk {
        Desk {
            $0.moderation.previouslyApproved = true
            change(&$0)
        }
    }

    @Test("the first comment is held; once it is approved the next passes, and stops passing when it is withdrawn")
    func regular() throws {
        let desk = desk()
        let comment = try desk.comment("One.")
        let judgement = try desk.judge(comment)
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["not_previously_approved"])
        desk.history.setVerdict(.approved, of: comment.origin.id)
        #expect(try desk.judge(try desk.comment("Two.", name: "ADA")).verdict == .approved)
        #expect(try desk.judge(try desk.comment("Three.", name: "Bea")).verdict == .held)
        #expect(try desk.judge(try desk.comment("Four.", email: "other@letters.example")).verdict == .held)
        #expect(try desk.judge(try desk.comment("Five.", email: nil)).verdict == .held)
    }

    @Test("with verifiedOnly an approved comment before is not enough without a token, nor a token without it")
    func verifiedOnly() throws {
        let desk = desk { $0.moderation.verifiedOnly = true }
        let token = Desk.token(first)
        let comment = try desk.comment("One.", token: token)
        #expect(try desk.judge(comment).verdict == .held)
        desk.history.setVerdict(.approved, of: comment.origin.id)
        #expect(try desk.judge(try desk.comment("Two.")).verdict == .held)
        #expect(try desk.judge(try desk.comment("Three.", token: token)).verdict == .approved)
    }
}

@Suite struct ParentTests {
    @Test(
        "a reply hangs on an approved or a held comment, by our id or the sender's",
        arguments: [Verdict.approved, .held]
    )
    func kept(verdict: Verdict) throws {
        let desk = Desk()
        let parent = try desk.comment("One.", senderID: "first")
        try desk.judge(parent)
        desk.history.setVerdict(verdict, of: parent.origin.id)
        let byOurs = try desk.judge(try desk.comment("Two.", parent: parent.origin.id.description))
        #expect(byOurs.parent == parent.origin.id)
        #expect(byOurs.verdict == .approved)
        #expect(byOurs.symbols.isEmpty)
        #expect(try desk.judge(try desk.comment("Three.", parent: "first")).parent == parent.origin.id)
    }

    @Test("spam, trash, rejected: the reply stands at the top level", arguments: [Verdict.spam, .trashed, .rejected])
    func dropped(verdict: Verdict) throws {
        let desk = Desk()
        let parent = try desk.comment("One.")
        try desk.judge(parent)
        desk.history.setVerdict(verdict, of: parent.origin.id)
        let reply = try desk.judge(try desk.comment("Two.", parent: parent.origin.id.description))
        #expect(reply.parent == nil)
        #expect(reply.symbols == ["parent_dropped"])
        #expect(reply.verdict == .approved)
    }

    @Test("so does a reply to nothing known, to another thread, or to a removed comment")
    func unknown() throws {
        let desk = Desk()
        let elsewhere = try desk.comment("One.", thread: "other", senderID: "x")
        try desk.judge(elsewhere)
        for name in ["nothing", "x", elsewhere.origin.id.description] {
            let reply = try desk.judge(try desk.comment("To \(name).", parent: name))
            #expect(reply.parent == nil)
            #expect(reply.symbols == ["parent_dropped"])
        }
        let removed = try desk.comment("Gone.")
        try desk.judge(removed)
        desk.history.setVerdict(.approved, of: removed.origin.id, isTombstone: true)
        #expect(try desk.judge(try desk.comment("To it.", parent: removed.origin.id.description)).parent == nil)
    }

    @Test("0 and nothing mean none", arguments: ["0", ""])
    func none(name: String) throws {
        let desk = Desk()
        #expect(try desk.judge(try desk.comment(parent: name)).symbols.isEmpty)
        #expect(desk.history.questions["parent"] == nil)
    }
}
