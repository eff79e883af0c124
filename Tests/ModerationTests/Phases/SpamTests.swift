import Comments
import Settings
import Spam
import Testing

@testable import Moderation

@Suite struct SpamPhaseTests {
    /// Weighs a link in the name, which is the only sign in these comments, as much as is asked for.
    private func judge(_ weight: String, _ change: (inout Settings) -> Void = { _ in }) throws -> Judgement {
        let desk = Desk(change)
        let others = Heuristic.all.map(\.symbol).filter { $0 != "link_in_name" }.map { "\($0): 0" }
        desk.weights = try HeuristicWeights(
            yaml: (["prior: 0", "link_in_name: \(weight)"] + others).joined(separator: "\n")
        )
        return try desk.judge(try desk.comment(name: "http://pills.example"))
    }

    @Test(
        "what the evidence makes probable is held, spam or discarded",
        arguments: [
            ("0.8", Verdict.approved, nil), ("0.9", .held, "possible_spam"), ("3.8", .held, "possible_spam"),
            ("4", .spam, "probable_spam"),
            ("8", .spam, "discarded"), ("-3", .approved, nil),
        ]
    )
    func thresholds(weight: String, verdict: Verdict, symbol: String?) throws {
        let judgement = try judge(weight) { $0.spam.discardAbove = 0.999 }
        #expect(judgement.verdict == verdict)
        #expect(judgement.decision.findings.map(\.symbol).contains("link_in_name"))
        #expect(judgement.decision.findings.last?.symbol == symbol ?? "link_in_name")
        #expect(judgement.decision.score == judgement.decision.findings.map(\.weight).reduce(0, +))
    }

    @Test("whatever settled stays, and is never discarded")
    func settled() throws {
        let judgement = try judge("9") {
            $0.spam.discardAbove = 0.999
            $0.threads.unknown = .reject
        }
        #expect(judgement.verdict == .rejected)
        #expect(judgement.decision.findings.last?.symbol == "probable_spam")
    }

    @Test("neighbours elsewhere are asked for and weigh")
    func neighbours() throws {
        let desk = Desk()
        desk.history.neighbourhood = SpamHistory(copies: 2)
        let text = "The very same sentence, long enough to be told apart from every other sentence on the site."
        let judgement = try desk.judge(try desk.comment(text))
        #expect(judgement.decision.findings.map(\.symbol).contains("copy_of_recent"))
        #expect(judgement.signature != nil)
        #expect(desk.history.questions["neighbours"] == 1)
    }

    @Test("model and rule set that decided are named")
    func versions() throws {
        let desk = Desk()
        let first = try desk.judge(try desk.comment("One."))
        #expect(first.decision.model == Model().version)
        #expect(first.decision.ruleSet.count == 16)
        #expect(try desk.judge(try desk.comment("Two.")).decision.ruleSet == first.decision.ruleSet)
        desk.held = "casino"
        let other = try desk.judge(try desk.comment("Three.")).decision.ruleSet
        #expect(other != first.decision.ruleSet)
        desk.settings.moderation.maxLinks = 5
        let third = try desk.judge(try desk.comment("Four.")).decision.ruleSet
        #expect(third != other)
        desk.weights = try HeuristicWeights(yaml: "prior: -1")
        #expect(try desk.judge(try desk.comment("Five.")).decision.ruleSet != third)
    }
}
