import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct DuplicateTests {
    @Test("the same words by the same person in the same place are rejected")
    func duplicate() throws {
        let desk = Desk()
        try desk.judge(try desk.comment("Well said."))
        let second = try desk.judge(try desk.comment("  well SAID. ", name: "ÁDA", email: "ADA@letters.example"))
        #expect(second.verdict == .rejected)
        #expect(second.codes == ["comment_duplicate"])
        #expect(second.symbols == ["duplicate"])
    }

    @Test("they are spam where the site says so")
    func spam() throws {
        let desk = Desk { $0.duplicates.then = .spam }
        try desk.judge(try desk.comment())
        let second = try desk.judge(try desk.comment())
        #expect(second.verdict == .spam)
        #expect(second.codes.isEmpty)
    }

    @Test("another thread, parent, name, e-mail or body is another comment")
    func different() throws {
        let desk = Desk()
        try desk.judge(try desk.comment("One.", senderID: "1"))
        #expect(try desk.judge(try desk.comment("One.", thread: "other")).verdict == .approved)
        #expect(try desk.judge(try desk.comment("One.", name: "Bea")).verdict == .approved)
        #expect(try desk.judge(try desk.comment("One.", email: "other@letters.example")).verdict == .approved)
        #expect(try desk.judge(try desk.comment("One. ", parent: "1")).verdict == .approved)
        #expect(try desk.judge(try desk.comment("One!")).verdict == .approved)
    }

    @Test("without an e-mail of its own, e-mails are not compared")
    func withoutEmail() throws {
        let desk = Desk()
        try desk.judge(try desk.comment("One."))
        #expect(try desk.judge(try desk.comment("One.", email: nil)).verdict == .rejected)
        try desk.judge(try desk.comment("Two.", email: nil))
        #expect(try desk.judge(try desk.comment("Two.")).verdict == .approved)
    }

    @Test("trashed and rejected comments don't count, spam does", arguments: Verdict.allCases)
    func fate(verdict: Verdict) throws {
        let desk = Desk()
        let first = try desk.comment("One.")
        try desk.judge(first)
        desk.history.setVerdict(verdict, of: first.origin.id)
        let counts = verdict != .trashed && verdict != .rejected
        #expect(try desk.judge(try desk.comment("One.")).verdict == (counts ? .rejected : .approved))
    }
}
