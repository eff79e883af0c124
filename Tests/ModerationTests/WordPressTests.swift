import Comments
import JSON
import Patterns
import Settings
import Testing

@testable import Intake
@testable import Moderation

/// What a real WordPress decided, submission by submission, beside what we decide.
@Suite struct WordPressTests {
    struct Tally {
        var agreeing = 0
        var all = 0
        /// By reason.
        var onPurpose: [String: Int] = [:]
        var differing: [String] = []
    }

    @Test("decisions are WordPress's where no deviation is on purpose")
    func decisions() throws {
        let scenarios = try WordPressScenario.all()
        guard !scenarios.isEmpty else {
            print("skipped: no recordings of a WordPress at \(WordPressScenario.directory.path)")
            return
        }
        var tally = Tally()
        for scenario in scenarios { try Self.replay(scenario, &tally) }
        let explained = tally.onPurpose.values.reduce(0, +)
        print(
            "\(tally.agreeing) of \(tally.all) decisions are WordPress's, \(explained) differ on purpose: \(tally.onPurpose)"
        )
        for line in tally.differing { print("  " + line) }
        #expect(tally.differing.isEmpty)
        #expect(Double(tally.agreeing) >= 0.97 * Double(tally.all))
    }

    private static func replay(_ scenario: WordPressScenario, _ tally: inout Tally) throws {
        let keys = SiteKeys(secret: [UInt8](repeating: 7, count: 32))
        let settings = scenario.settings
        func list(_ name: String) -> [UInt8] { Array((scenario.head["settings"]?[name]?.string ?? "").utf8) }
        let book = try RuleBook(RuleSources(block: list("disallowed_keys"), moderate: list("moderation_keys")))
        let analyzer = Analyzer(settings: settings, keys: keys, book: book)
        let scratch = try analyzer.makeScratch()
        let judge = Judge(settings: settings, keys: keys, book: book)
        let decoder = SubmissionDecoder(settings: settings, keys: keys)
        let history = MemoryHistory()
        for thread in try scenario.threads { history.threads[thread.address.canonical] = thread }
        for (index, event) in scenario.events.enumerated() {
            switch event {
            case .act(let act, let id): history.act(act, on: id)
            case .submission(let probe, let submission, let outcome, let code):
                var verdict = Verdict.rejected
                if case .comment(let comment) = Self.item(submission, scenario, index, decoder) {
                    let judgement = try judge.judge(analyzer.analyze(comment, scratch: scratch), history: history)
                    history.record(judgement, of: comment)
                    verdict = judgement.decision.verdict
                }
                if scenario.deviates(probe: probe, submission, outcome: outcome, code: code) { continue }
                tally.all += 1
                if verdict.rawValue == outcome {
                    tally.agreeing += 1
                } else if let reason = scenario.reasonToDiffer(probe: probe) {
                    tally.onPurpose[reason, default: 0] += 1
                } else {
                    tally.differing.append(
                        "\(scenario.name) \(submission["id"]?.string ?? "") \(probe) | WordPress \(outcome) \(code ?? "") | ours \(verdict.rawValue)"
                    )
                }
            }
        }
    }

    /// The submission as a comment form's handler would drop it, through intake.
    private static func item(
        _ submission: JSONValue,
        _ scenario: WordPressScenario,
        _ index: Int,
        _ decoder: SubmissionDecoder
    ) -> IntakeItem {
        var json = JSONWriter()
        json.object { json in
            json.field("thread", scenario.thread(of: submission))
            json.field("format", "auto")
            for (field, key) in [
                ("id", "id"), ("name", "author"), ("email", "email"), ("website", "url"), ("ip", "ip"),
                ("userAgent", "user_agent"),
                ("submittedAt", "submitted_at"), ("parent", "parent_id"), ("body", "body"),
            ] {
                json.field(named: field, submission[key]?.string)
            }
        }
        let origin = Origin(
            id: CommentID(high: UInt64(index + 1), low: 1),
            delivery: "d.ndjson",
            index: index,
            arrivedAt: Timestamp(rfc3339: "2030-01-01T00:00:00Z")!
        )
        return decoder.decode(.json(json.bytes, 0..<json.bytes.count), origin)
    }
}
