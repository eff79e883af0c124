import Comments
import JSON
import Patterns
import Settings
import Testing
import Text

@testable import Moderation

/// What a real WordPress decided, submission by submission, beside what we decide.
@Suite struct WordPressTests {
    struct Tally {
        var agreeing = 0
        var all = 0
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
        print("\(tally.agreeing) of \(tally.all) decisions are WordPress's")
        for line in tally.differing { print("  " + line) }
        #expect(Double(tally.agreeing) >= 0.99 * Double(tally.all))
    }

    private static func replay(_ scenario: WordPressScenario, _ tally: inout Tally) throws {
        let keys = SiteKeys(secret: [UInt8](repeating: 7, count: 32))
        let settings = scenario.settings
        let words = WordLists(
            block: WordList(scenario.head["settings"]?["disallowed_keys"]?.string ?? ""),
            moderate: WordList(scenario.head["settings"]?["moderation_keys"]?.string ?? "")
        )
        let analyzer = Analyzer(settings: settings, keys: keys, words: words)
        let scratch = try analyzer.makeScratch()
        let judge = Judge(settings: settings, keys: keys)
        let history = MemoryHistory()
        for thread in try scenario.threads { history.threads[thread.address.canonical] = thread }
        for (index, event) in scenario.events.enumerated() {
            switch event {
            case .act(let act, let id): history.act(act, on: id)
            case .submission(let probe, let submission, let outcome, let code):
                var verdict = Verdict.rejected
                if let comment = try Self.comment(submission, scenario, index) {
                    let judgement = try judge.judge(analyzer.analyze(comment, scratch: scratch), history: history)
                    history.record(judgement, of: comment)
                    verdict = judgement.decision.verdict
                }
                if scenario.deviates(probe: probe, submission, outcome: outcome, code: code) { continue }
                tally.all += 1
                if verdict.rawValue == outcome {
                    tally.agreeing += 1
                } else {
                    tally.differing.append(
                        "\(scenario.name) \(submission["id"]?.string ?? "") \(probe) | WordPress \(outcome) \(code ?? "") | ours \(verdict.rawValue)"
                    )
                }
            }
        }
    }

    private static func comment(
        _ submission: JSONValue,
        _ scenario: WordPressScenario,
        _ index: Int
    ) throws -> Comments.Comment? {
        func field(_ key: String) -> String {
            (submission[key]?.string ?? submission[key]?.int.map(String.init) ?? "").cleaned.trimmed
        }
        let name = field("author").joinedSpaces
        let email = field("email")
        let website = field("url")
        let body = (submission["body"]?.string ?? "").cleaned.trimmed
        if scenario.settings.require.nameAndEmail, name.isBlank || !EmailAddress.isValid(email) { return nil }
        if body.isBlank || name.utf8.count > 245 || email.utf8.count > 100 || website.utf8.count > 200
            || body.utf8.count > 65525
        {
            return nil
        }
        let arrival = Timestamp(rfc3339: field("submitted_at"))!
        return Comment(
            origin: Origin(
                id: CommentID(high: UInt64(index + 1), low: 1),
                delivery: "d",
                index: index,
                arrivedAt: arrival
            ),
            senderID: field("id"),
            thread: try ThreadAddress(scenario.thread(of: submission), on: scenario.site),
            parent: field("parent_id"),
            author: Author(
                name: name,
                email: EmailAddress.isValid(email) ? email : nil,
                website: website.isEmpty ? nil : website,
                ip: field("ip").isEmpty ? nil : field("ip"),
                userAgent: field("user_agent")
            ),
            body: body,
            format: .auto,
            submittedAt: arrival
        )
    }
}
