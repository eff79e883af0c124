import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct TrustedAuthorTests {
    private func desk() -> Desk {
        let desk = Desk {
            $0.moderation.trusted = ["Boss@blog.example"]
            $0.moderation.holdAll = true
        }
        desk.blocked = "casino"
        return desk
    }

    @Test("a proven trusted author is approved, blocked words and all")
    func trusted() throws {
        let desk = desk()
        let judgement = try desk.judge(
            try desk.comment("A casino.", email: "boss@blog.example", token: Desk.token("boss@blog.example"))
        )
        #expect(judgement.verdict == .approved)
        #expect(judgement.isVerified)
        #expect(judgement.symbols == ["trusted_author", "blocked_word", "hold_all"])
    }

    @Test(
        "the address without its token is held as impersonation",
        arguments: [nil, "", "0123456789abcdef0123456789abcdef"]
    )
    func impersonation(token: String?) throws {
        let desk = Desk { $0.moderation.trusted = ["boss@blog.example"] }
        let judgement = try desk.judge(try desk.comment(email: "boss@blog.example", token: token))
        #expect(judgement.verdict == .held)
        #expect(!judgement.isVerified)
        #expect(judgement.symbols.contains("impersonation"))
        #expect(judgement.symbols.contains("invalid_author_token") == (token?.isEmpty == false))
    }

    @Test("a token of a revoked epoch or of another address proves nothing")
    func revoked() throws {
        let desk = Desk { $0.moderation.trusted = ["boss@blog.example"] }
        desk.history.epochs[IndexKeys.email("boss@blog.example", keys: Desk.keys)] = 1
        let old = try desk.judge(
            try desk.comment("One.", email: "boss@blog.example", token: Desk.token("boss@blog.example", epoch: 0))
        )
        #expect(old.verdict == .held)
        let new = try desk.judge(
            try desk.comment("Two.", email: "boss@blog.example", token: Desk.token("boss@blog.example", epoch: 1))
        )
        #expect(new.verdict == .approved)
        let other = try desk.judge(
            try desk.comment("Three.", email: "boss@blog.example", token: Desk.token("ada@letters.example", epoch: 1))
        )
        #expect(other.verdict == .held)
    }

    @Test("a token of an address that is not trusted only verifies")
    func verified() throws {
        let desk = desk()
        let judgement = try desk.judge(try desk.comment(token: Desk.token("ada@letters.example")))
        #expect(judgement.isVerified)
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["verified_author", "hold_all"])
    }

    @Test("no epoch is looked up without a token")
    func noLookUp() throws {
        let desk = Desk()
        try desk.judge(try desk.comment())
        #expect(desk.history.questions["epoch"] == nil)
    }
}
