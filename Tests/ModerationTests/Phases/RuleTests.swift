import Comments
import Foundation
import Patterns
import Settings
import Testing

@testable import Moderation

@Suite struct RulePhaseTests {
    @Test(
        "a removal rule settles, whatever is probable or approved",
        arguments: [
            ("remove", Verdict.trashed, "rule_remove"), ("spam", .spam, "rule_spam"), ("filter", .held, "rule_filter"),
        ]
    )
    func removal(action: String, verdict: Verdict, symbol: String) throws {
        let desk = Desk()
        desk.rules = "body: pills\naction: \(action)\naction_reason: sells {{match}}\n---\nbody: pills\naction: approve"
        let judgement = try desk.judge(try desk.comment("Cheap pills here."))
        #expect(judgement.verdict == verdict)
        #expect(judgement.symbols == [symbol])
        #expect(judgement.rules.count == 1)
        #expect(judgement.decision.findings[0].note.contains("sells pills"))
    }

    @Test("approval lifts links, held words and previously approved")
    func approval() throws {
        let desk = Desk { $0.moderation.previouslyApproved = true }
        desk.held = "pills"
        desk.rules = "body: pills\naction: approve"
        let judgement = try desk.judge(try desk.comment("pills https://a.example https://b.example"))
        #expect(judgement.verdict == .approved)
        #expect(judgement.symbols == ["link_limit", "held_word", "not_previously_approved", "rule_approve"])
    }

    @Test("approval never lifts hold all, flood, an unknown thread or impersonation")
    func firm() throws {
        let changes: [(inout Settings) -> Void] = [
            { $0.moderation.holdAll = true }, { $0.threads.unknown = .hold },
            { $0.moderation.trusted = ["ada@letters.example"] }, { $0.flood.interval = .seconds(60) },
        ]
        for change in changes {
            let desk = Desk(change)
            desk.rules = "body: pills\naction: approve"
            try desk.judge(try desk.comment("Before.", thread: "other", after: 0))
            #expect(try desk.judge(try desk.comment("pills", after: 30)).verdict == .held)
        }
    }

    @Test("a report holds for review, a score weighs, tags and messages are handed on")
    func others() throws {
        let desk = Desk()
        desk.rules = """
            body: pills
            action: report
            report_reason: look
            ---
            body: pills
            score: 1.25
            tag: medicine
            modmail: "{{author}} wrote {{body}}"
            """
        let judgement = try desk.judge(try desk.comment("pills"))
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["rule_report", "rule_match", "tag:medicine"])
        #expect(judgement.signals.first { $0.finding.symbol == "rule_match" }?.finding.weight == 1_250_000)
        #expect(judgement.rules.compactMap(\.tag) == ["medicine"])
        #expect(judgement.rules.flatMap(\.messages).map(\.body) == ["Ada wrote pills"])
    }

    @Test("karma and age are asked of the past only where a rule wants them")
    func facts() throws {
        let desk = Desk()
        desk.rules = "body: pills\naction: remove"
        try desk.judge(try desk.comment("Hello."))
        #expect(desk.history.questions["author"] == nil)
        desk.rules = "author:\n    comment_karma: '< 2'\naction: remove"
        #expect(try desk.judge(try desk.comment("Second.")).verdict == .trashed)
        try desk.judge(try desk.comment("Third."))
        #expect(desk.history.questions["author"] == 2)
        desk.rules = "author:\n    account_age: '< 1 days'\naction: remove"
        #expect(try desk.judge(try desk.comment("Early.", after: 3600)).verdict == .trashed)
        #expect(try desk.judge(try desk.comment("Late.", after: 3 * 86400)).verdict == .approved)
    }

    @Test("the post's title is the ledger's, its author only one whose address is proven")
    func post() throws {
        let desk = Desk()
        let address = try ThreadAddress("post", on: Desk.site)
        desk.history.threads[address.canonical] = ThreadRecord(
            address: address,
            slug: "post",
            title: "Harbour plans",
            authorEmail: "writer@blog.example",
            isListed: true
        )
        desk.rules = "parent_submission:\n    title: harbour\naction: filter"
        #expect(try desk.judge(try desk.comment("One.")).verdict == .held)
        #expect(try desk.judge(try desk.comment("Two.", thread: "other")).verdict == .approved)
        desk.rules = "author:\n    is_submitter: true\naction: approve"
        let claimed = try desk.judge(try desk.comment("Three.", email: "writer@blog.example"))
        #expect(!claimed.symbols.contains("rule_approve"))
        let proven = try desk.judge(
            try desk.comment("Four.", email: "writer@blog.example", token: Desk.token("writer@blog.example"))
        )
        #expect(proven.symbols.contains("rule_approve"))
    }

    @Test("a proven trusted author is spared by removal rules")
    func moderators() throws {
        let desk = Desk { $0.moderation.trusted = ["boss@blog.example"] }
        desk.rules = "body: pills\naction: remove"
        let judgement = try desk.judge(
            try desk.comment("pills", email: "boss@blog.example", token: Desk.token("boss@blog.example"))
        )
        #expect(judgement.symbols == ["trusted_author"])
    }

    @Test("replies are known by where they hang")
    func replies() throws {
        let desk = Desk()
        desk.rules = "is_top_level: false\naction: filter"
        let first = try desk.comment("One.")
        #expect(try desk.judge(first).verdict == .approved)
        #expect(try desk.judge(try desk.comment("Two.", parent: first.origin.id.description)).verdict == .held)
        #expect(try desk.judge(try desk.comment("Three.", parent: "nothing known")).verdict == .approved)
    }
}

@Suite struct RuleBookTests {
    private func book(rules: String, test: String? = nil) throws -> RuleBook {
        let directory = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        try FileManager.default.createDirectory(
            at: directory.appending(path: "tests"),
            withIntermediateDirectories: true
        )
        try rules.write(to: directory.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
        try test?.write(to: directory.appending(path: "tests/a.yaml"), atomically: true, encoding: .utf8)
        return try RuleBook(accepting: RuleSources(block: [], moderate: [], directory: directory.path))
    }

    @Test("rules are read from their directory, with the tests beside them")
    func directory() throws {
        let book = try book(
            rules: "body: pills\naction: remove",
            test: "comment: {body: cheap pills}\nexpect: {verdict: trashed}"
        )
        #expect(book.rules.count == 1)
        let nothing = try RuleSources(block: [], moderate: [], directory: "/nonexistent")
        #expect(try RuleBook(accepting: nothing).rules.isEmpty)
    }

    @Test(
        "an error in a rule or a test that fails forbids the book",
        arguments: [
            ("body: [pills\naction: remove", nil), ("body (regex): '('\naction: remove", nil),
            ("body: pills\naction: remove", "comment: {body: bread}\nexpect: {verdict: trashed}"),
        ]
    )
    func refused(rules: String, test: String?) throws {
        #expect(throws: RuleBookError.self) { try book(rules: rules, test: test) }
    }
}
