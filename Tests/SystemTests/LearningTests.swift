import Foundation
import Testing

@Suite("Learning from moderators")
struct LearningTests {
    private static let settings = "spam:\n  minLearned: 5\n"
    private static let spam = ["cheap watches", "casino bonus", "crypto doubling", "pills by mail", "loans at once"]
    private static let ham = ["the second chapter", "your photograph", "this recipe", "the bridge", "that old song"]

    private func body(_ number: Int, isSpam: Bool) -> String {
        let subject = (isSpam ? Self.spam : Self.ham)[number % 5]
        return isSpam
            ? "Buy \(subject) now, limited offer number \(number), click and win today"
            : "I liked \(subject) very much, thank you for writing about it again, no. \(number)"
    }

    /// Drops comments and has a moderator say what they are.
    private func teach(_ site: TemporarySite, _ numbers: Range<Int>) throws {
        for number in numbers {
            for isSpam in [false, true] {
                try site.drop(
                    "\(isSpam ? "s" : "h")\(number)",
                    ["body": body(number, isSpam: isSpam), "thread": "2025/\(number)"]
                )
            }
        }
        try site.drain()
        for number in numbers {
            try site.run("spam", site.row(sender: "s\(number)").id)
            try site.run("approve", site.row(sender: "h\(number)").id)
        }
    }

    private func classifier(_ site: TemporarySite) throws -> [String: Any] {
        let status = try site.run("status", "--json")
        let object = try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any]
        return try #require(object?["classifier"] as? [String: Any])
    }

    private func learnt(_ site: TemporarySite) throws -> [Int?] {
        let figures = try classifier(site)
        return [figures["spam"] as? Int, figures["ham"] as? Int]
    }

    /// The model's version as the latest decision names it.
    private func version(_ site: TemporarySite, _ id: String) throws -> String {
        let shown = try site.run("show", site.row(sender: id).id, "--json").output
        let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
        return try #require(object?["model"] as? String)
    }

    @Test("what moderators decide is learnt, counts once it is enough, and is explained in words")
    func learning() throws {
        let site = try TemporarySite(Self.settings)
        try teach(site, 0..<4)
        #expect(try learnt(site) == [4, 4])
        try site.drop("early", ["body": body(20, isSpam: true)])
        try site.drain()
        let early = try site.row(sender: "early")
        #expect(early.findings?.first { $0.symbol == "classifier" }?.weight == 0)
        #expect(!(try site.run("explain", early.id).output.contains("tells the classifier")))

        try teach(site, 4..<8)
        for (id, isSpam) in [("bad", true), ("good", false)] { try site.drop(id, ["body": body(30, isSpam: isSpam)]) }
        try site.drain()
        let bad = try site.row(sender: "bad")
        #expect(bad.verdict != "approved")
        #expect(try #require(bad.score) > 1)
        #expect(try site.row(sender: "good").verdict == "approved")
        #expect(try site.run("explain", bad.id).output.contains("What tells the classifier most:"))
        let telling = try site.run("explain", bad.id, "--json").output
        #expect(telling.contains("\"telling\":[{\"what\":"))
        let parts = try #require(bad.findings).compactMap(\.weight).reduce(0, +)
        #expect(abs(parts - (bad.score ?? 0)) < 1e-9)
        #expect(try site.object("Outbox/status/status.json")["classifier"] != nil)
    }

    @Test("an undone act is as if it had never been, but for the weights, and a rebuilt model has none of it")
    func undone() throws {
        let site = try TemporarySite(Self.settings)
        try teach(site, 0..<3)
        try site.drop("one", ["body": "Something else"])
        try site.drain()
        try site.run("spam", site.row(sender: "one").id)
        #expect(try learnt(site) == [4, 3])
        try site.run("undo")
        #expect(try learnt(site) == [3, 3])
        #expect(try site.row(sender: "one").decidedBy == nil)
        let rebuilt = try site.run("classifier", "train", "--rebuild")
        #expect(rebuilt.status == 0 && rebuilt.output.contains("learnt 3 spam and 3 ham"), "\(rebuilt.everything)")
        try site.drop("two", ["body": "Another thing"])
        try site.drain()
        #expect(try version(site, "two").hasPrefix("1.6."))
    }

    @Test(
        "a model file that cannot be used is told of and made anew, and the worker goes on",
        arguments: ["", "moderato", "garbage of some length that is no model at all", "cut", "flipped", "gone"]
    )
    func damaged(contents: String) throws {
        let site = try TemporarySite(Self.settings)
        try teach(site, 0..<3)
        try site.drop("before", ["body": "Before the accident"])
        try site.drain()
        let model = URL(fileURLWithPath: site.path("State/spam.model"))
        var bytes = try Data(contentsOf: model)
        switch contents {
        case "cut": try bytes.prefix(70_000).write(to: model)
        case "flipped":
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: model)
        case "gone": try FileManager.default.removeItem(at: model)
        default: try Data(contents.utf8).write(to: model)
        }
        try site.drop("after", ["body": "After the accident"])
        let drained = try site.run("run")
        #expect(drained.status == 0)
        #expect(drained.errors.contains("spam.model") == (contents != "gone"), "\(drained.errors)")
        #expect(try version(site, "after") == version(site, "before"))
        try site.drop("later", ["body": "And later on"])
        #expect(try site.run("run").errors.isEmpty)
    }

    @Test("a model of another history does not stay")
    func otherHistory() throws {
        let site = try TemporarySite(Self.settings)
        try teach(site, 0..<2)
        try TemporarySite.lines([
            JSONSerialization.data(withJSONObject: ["text": "from elsewhere", "label": "spam"])
        ]).write(to: URL(fileURLWithPath: site.path("lines.jsonl")))
        let model = site.path("State/spam.model")
        #expect(try site.run("classifier", "train", site.path("lines.jsonl"), "--model", model).status == 0)
        try site.drop("after")
        #expect(try site.run("run").errors.contains("did not learn what the ledger says"))
        #expect(try version(site, "after").hasPrefix("1.4."))
    }

    @Test("the service takes over what is taught while it runs", .timeLimit(.minutes(15)))
    func service() throws {
        let site = try TemporarySite(Self.settings)
        let watch = try site.start(["watch"])
        func judged(_ id: String) throws {
            try site.drop(id, ["body": "The body of \(id)"])
            while try !site.rows().contains(where: { $0.senderId == id }) { usleep(20_000) }
        }
        try judged("one")
        try site.run("spam", site.row(sender: "one").id)
        try judged("two")
        #expect(try version(site, "one") == "1.0")
        #expect(try version(site, "two").hasPrefix("1.1."))
        watch.signal(SIGTERM)
        #expect(watch.wait().status == 0)
    }

    @Test("labelled files teach the site's model through the ledger, all lines or none")
    func files() throws {
        let site = try TemporarySite(Self.settings)
        let lines = try (0..<6).map { number in
            try JSONSerialization.data(
                withJSONObject: [
                    "text": body(number, isSpam: number % 2 == 0), "label": number % 2 == 0 ? "spam" : "ham",
                ]
            )
        }
        let file = site.path("lines.jsonl")
        try TemporarySite.lines(lines).write(to: URL(fileURLWithPath: file))
        #expect(try site.run("classifier", "train", file).output.contains("learnt 3 spam and 3 ham"))
        #expect(try learnt(site) == [3, 3])
        try TemporarySite.lines(lines + [Data("{broken".utf8)]).write(to: URL(fileURLWithPath: file))
        #expect(try site.run("classifier", "train", file).status == 65)
        #expect(try learnt(site) == [3, 3])
        try FileManager.default.removeItem(atPath: site.path("State/spam.model"))
        #expect(try site.run("classifier", "train", "--from-ledger").output.contains("knows 3 spam and 3 ham"))
    }

    @Test("the site's decisions are replayed in order")
    func evaluated() throws {
        let site = try TemporarySite(Self.settings)
        try teach(site, 0..<8)
        let outcome = try site.run("classifier", "evaluate", "--from-ledger", "--json")
        let figures = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(figures?["spam"] as? Int == 8 && figures?["ham"] as? Int == 8, "\(outcome.everything)")
        let model = site.path("other.model")
        #expect(try site.run("classifier", "train", "--from-ledger", "--model", model).status == 0)
        #expect(FileManager.default.fileExists(atPath: model))
        #expect(try site.run("classifier", "train").status == 64)
    }

    @Test("killed while it learns, model and ledger agree", .timeLimit(.minutes(15)))
    func kills() throws {
        let site = try TemporarySite(Self.settings)
        for number in 0..<40 { try site.drop("c\(number)", ["body": body(number, isSpam: number % 2 == 0)]) }
        try site.drain()
        let acts = ["spam", "approve", "hold", "trash"]
        var random = SystemRandomNumberGenerator()
        var kills = 0
        let start = ContinuousClock.now
        try site.run("spam", "--author", "Ada c1", "--yes")
        let longest = Double((ContinuousClock.now - start).components.attoseconds) / 1e18
        for attempt in 0..<60 {
            let command: [String]
            switch attempt % 3 {
            case 0: command = [acts[attempt / 3 % 4], "--author", "Ada c\(attempt % 40)", "--yes"]
            case 1: command = ["classifier", "train", attempt % 2 == 0 ? "--rebuild" : "--from-ledger"]
            default:
                try site.drop("k\(attempt)", ["body": body(attempt, isSpam: false)])
                command = ["run"]
            }
            let running = try site.start(command)
            usleep(UInt32(Double.random(in: 0..<1.2, using: &random) * longest * 1_000_000))
            running.signal(SIGKILL)
            if running.wait().status == -SIGKILL { kills += 1 }
        }
        #expect(kills > 10)
        try site.drop("last", ["body": "The last one"])
        #expect(try site.run("run").errors.isEmpty)
        let figures = try learnt(site)
        let decided = try site.rows().filter { $0.decidedBy != nil }
        #expect(try #require(figures[0]) > 0)
        #expect(figures == [decided.count { $0.verdict == "spam" }, decided.count { $0.verdict == "approved" }])
        // A model made from nothing but the ledger is the same.
        let version = try version(site, "last")
        try FileManager.default.removeItem(atPath: site.path("State/spam.model"))
        try site.drop("after", ["body": "After all"])
        try site.drain()
        #expect(try self.version(site, "after") == version)
        try site.verifyOutbox()
    }
}
