import Comments
import Ledger
import Moderation
import Testing

@Suite("A moderator's acts")
struct ModeratingTests {
    @Test("an act is audited, owed to the outbox and can be undone")
    func audit() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held)
        try site.act(.approve, id)
        let approved = try site.stored(id)
        #expect(approved.decision.verdict == .approved)
        #expect(approved.decidedBy == "Grace")
        #expect(approved.publishedAt == Timestamp(seconds: 2000))
        let kinds = Set(try site.dispatches().map(\.kind))
        #expect(kinds.isSuperset(of: [.item, .pagesFrom, .siteFeeds, .threadFeeds, .archive, .index]))
        #expect(!kinds.contains(.heldNotice))
        let action = try #require(try site.ledger.actions(on: id).first)
        #expect(action.before == "held" && action.after == "approved" && action.by == "Grace")
        let undone = try site.ledger.transaction { try $0.undo(nil, by: "Grace", at: Timestamp(seconds: 3000)) }
        #expect(undone.number == action.number)
        #expect(try site.stored(id).decision.verdict == .held)
        #expect(try site.shown().isEmpty)
        #expect(throws: LedgerError.self) {
            try site.ledger.transaction { try $0.undo(action.number, by: "Grace", at: Timestamp(seconds: 3000)) }
        }
    }

    @Test(
        "restore gives back the verdict from before spam or trash",
        arguments: [
            (Verdict.approved, ModeratorAct.spam, Verdict.approved), (.held, .trash, .held),
            (.approved, .trash, .approved),
        ]
    )
    func restore(first: Verdict, act: ModeratorAct, after: Verdict) throws {
        let site = try TemporaryLedger()
        let id = try site.record(first)
        try site.act(act, id)
        try site.act(.restore, id)
        #expect(try site.stored(id).decision.verdict == after)
    }

    @Test("what was trashed on arrival is restored as held")
    func trashedOnArrival() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.trashed)
        try site.act(.restore, id)
        #expect(try site.stored(id).decision.verdict == .held)
        #expect(throws: LedgerError.self) { try site.act(.restore, id) }
    }

    @Test("a rejected submission cannot be approved")
    func rejected() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.rejected)
        #expect(throws: LedgerError.self) { try site.act(.approve, id) }
    }

    @Test("an author's approved comments are counted through every change")
    func karma() throws {
        let site = try TemporaryLedger()
        func approved() throws -> Bool {
            try site.ledger.transaction { try $0.hasApproved(authorKey: 42) }
        }
        let id = try site.record(.held, author: 42)
        #expect(try !approved())
        try site.act(.approve, id)
        #expect(try approved())
        try site.act(.spam, id)
        #expect(try !approved())
    }
}
