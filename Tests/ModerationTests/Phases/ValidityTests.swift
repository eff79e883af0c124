import Comments
import Patterns
import Testing

@testable import Moderation

@Suite struct ValidityTests {
    @Test("a filled honeypot is spam, whatever else there is")
    func honeypot() throws {
        let desk = Desk { $0.moderation.holdAll = true }
        let judgement = try desk.judge(try desk.comment { $0.filledHoneypot = true })
        #expect(judgement.verdict == .spam)
        #expect(judgement.symbols == ["honeypot", "hold_all"])
    }

    @Test("what intake noticed is kept")
    func intakeFindings() throws {
        let desk = Desk()
        let finding = Finding("website_dropped", note: "The website was no web address.")
        let judgement = try desk.judge(try desk.comment { $0.findings = [finding] })
        #expect(judgement.verdict == .approved)
        #expect(judgement.decision.findings.first == finding)
    }

    @Test("a sender's id stays with the first comment of its thread")
    func senderID() throws {
        let desk = Desk()
        #expect(try desk.judge(try desk.comment("One.", senderID: "7")).senderID == "7")
        let second = try desk.judge(try desk.comment("Two.", senderID: "7"))
        #expect(second.senderID == nil)
        #expect(second.symbols == ["sender_id_taken"])
        #expect(second.verdict == .approved)
        #expect(try desk.judge(try desk.comment("Three.", thread: "other", senderID: "7")).senderID == "7")
    }

    @Test("a refused submission is rejected with all its problems")
    func refusal() throws {
        let problems = [
            Problem(.requireNameAndEmail, field: "name", message: "Give a name."),
            Problem(.requireValidComment, field: "body", message: "Write something."),
        ]
        let origin = Origin(id: CommentID(high: 1, low: 1), delivery: "a.json", index: 0, arrivedAt: Desk.noon)
        let judgement = Judge(
            settings: .init(),
            keys: Desk.keys,
            book: try RuleBook(RuleSources())
        ).judge(
            Refusal(origin: origin, problems: problems, senderID: "x")
        )
        #expect(judgement.verdict == .rejected)
        #expect(judgement.decision.problems == problems)
        #expect(judgement.senderID == "x")
        #expect(judgement.keys == nil)
    }
}
