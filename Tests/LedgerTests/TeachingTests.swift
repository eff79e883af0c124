import Comments
import GRDB
import Ledger
import Spam
import Testing

@Suite("What moderators teach")
struct TeachingTests {
    /// The model that the ledger's lessons make.
    private func model(_ site: TemporaryLedger) throws -> Model {
        var model = Model()
        try model.take(site.ledger.lessons(after: 0, limit: 1000))
        let learned = try site.ledger.learned()
        #expect(learned.lineage == model.lineage)
        #expect(learned.lessons == model.sequence)
        #expect(learned.spam == Int(model.spam) && learned.ham == Int(model.ham))
        return model
    }

    private func label(_ id: CommentID, _ site: TemporaryLedger) throws -> Bool? {
        try site.ledger.transaction { try $0.label(of: id) }
    }

    @Test("the worker's verdicts teach nothing", arguments: Verdict.allCases)
    func worker(verdict: Verdict) throws {
        let site = try TemporaryLedger()
        try site.record(verdict)
        #expect(try model(site).isEmpty)
    }

    @Test(
        "approved is ham, spam is spam, held and trashed are neither",
        arguments: [(ModeratorAct.approve, false), (.spam, true), (.hold, nil), (.trash, nil)]
            as [(ModeratorAct, Bool?)]
    )
    func acts(act: ModeratorAct, label expected: Bool?) throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held)
        try site.act(act, id)
        #expect(try label(id, site) == expected)
        let model = try model(site)
        #expect(model.spam == (expected == true ? 1 : 0) && model.ham == (expected == false ? 1 : 0))
    }

    @Test("confirming the worker's verdict teaches, and only once")
    func confirmed() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.approved)
        try site.act(.approve, id)
        try site.act(.approve, id)
        #expect(try model(site).ham == 1)
    }

    @Test("a changed verdict moves the counts over, and restoring what was approved says ham")
    func changed() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.approved)
        try site.act(.spam, id)
        #expect(try model(site).spam == 1)
        try site.act(.restore, id)
        let restored = try model(site)
        #expect(restored.spam == 0 && restored.ham == 1)
        try site.act(.hold, id)
        let held = try model(site)
        #expect(held.spam == 0 && held.ham == 0 && held.sequence == 3)
    }

    @Test("undoing gives back verdict, who had decided, and what was learnt before")
    func undone() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held)
        try site.act(.approve, id)
        try site.act(.spam, id)
        try site.undo()
        #expect(try label(id, site) == false)
        #expect(try site.stored(id).decision.verdict == .approved)
        #expect(try site.stored(id).decidedBy == "Grace")
        try site.undo()
        #expect(try label(id, site) == nil)
        #expect(try site.stored(id).decision.verdict == .held)
        #expect(try site.stored(id).decidedBy == nil)
        #expect(try model(site).ham == 0)
    }

    @Test("undoing an act that was overtaken forgets what came after, too")
    func overtaken() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held)
        try site.act(.hold, id)
        let first = try #require(try site.ledger.actions(on: id).first?.number)
        try site.act(.spam, id)
        try site.undo(first)
        #expect(try label(id, site) == nil)
        #expect(try model(site).spam == 0)
    }

    @Test("what throws teaches nothing")
    func rolledBack() throws {
        struct Stop: Error {}
        let site = try TemporaryLedger()
        let id = try site.record(.held)
        let comment = try site.stored(id)
        #expect(throws: Stop.self) {
            try site.ledger.transaction { transaction in
                try transaction.act(.spam, on: comment, by: "Grace", at: Timestamp(seconds: 9))
                throw Stop()
            }
        }
        #expect(try model(site).isEmpty)
    }

    @Test("the lesson stays when its comment is purged, and is forgotten by its own features")
    func purged() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held, body: "Cheap watches, best watches")
        let comment = try site.stored(id)
        try site.act(.spam, id)
        #expect(try site.purge(second: 5000) == 1)
        #expect(try model(site).spam == 1)
        #expect(try site.ledger.labels().map(\.comment) == [id])
        try site.ledger.transaction { try $0.teach(comment, isSpam: nil) }
        #expect(try model(site).spam == 0)
        #expect(try site.ledger.labels().isEmpty)
    }

    @Test("tidied lessons say each comment once, in the order of the last word; labelled files stay in their place")
    func tidied() throws {
        let site = try TemporaryLedger()
        let ids = try (0..<4).map { try site.record(.held, body: "Comment number \($0) of four") }
        var extractor = FeatureExtractor()
        let line = extractor.features(of: SpamSample(text: "From a file"))
        for id in ids { try site.act(.spam, id) }
        try site.ledger.transaction { try $0.teach([Example(line, isSpam: true)]) }
        try site.act(.approve, ids[0])
        try site.act(.trash, ids[1])
        let labels = try site.ledger.labels()
        #expect(labels.map(\.comment) == [ids[2], ids[3], nil, ids[0]])
        #expect(labels.map(\.isSpam) == [true, true, true, false])
        try site.ledger.transaction { try $0.tidyLessons() }
        var fresh = Model()
        for id in [ids[2], ids[3]] {
            fresh.learn(extractor.features(of: SpamSample(try site.stored(id))), isSpam: true)
        }
        fresh.learn(line, isSpam: true)
        fresh.learn(extractor.features(of: SpamSample(try site.stored(ids[0]))), isSpam: false)
        #expect(try model(site).version == fresh.version)
        try site.act(.spam, ids[0])
        #expect(try model(site).spam == 4)
    }

    @Test("comments of a file are learnt together, also from the ledger, in pieces and after tidying")
    func together() throws {
        let site = try TemporaryLedger()
        var extractor = FeatureExtractor()
        let examples = (0..<9).map { number in
            Example(extractor.features(of: SpamSample(text: "From a file, number \(number)")), isSpam: number < 4)
        }
        let id = try site.record(.held, body: "A comment of the site's own")
        try site.ledger.transaction { try $0.teach(examples) }
        try site.act(.spam, id)
        var fresh = Model()
        fresh.learn(examples)
        fresh.learn(extractor.features(of: SpamSample(try site.stored(id))), isSpam: true)
        #expect(try model(site).version == fresh.version)
        let probe = extractor.features(of: SpamSample(text: "From a file"))
        #expect(try model(site).score(probe) == fresh.score(probe))
        #expect(try site.ledger.lessons(after: 0, limit: 3).count == 9)
        #expect(try site.ledger.lesson(5)?.features == examples[4].features)
        try site.ledger.transaction { try $0.tidyLessons() }
        #expect(try model(site).score(probe) == fresh.score(probe))
        #expect(try model(site).version == fresh.version)
    }

    @Test("decisions that the model was never told are taught once, in their order")
    func untold() throws {
        let site = try TemporaryLedger()
        let ids = try (0..<3).map { try site.record(.held, body: "Comment number \($0)") }
        try site.act(.spam, ids[1], second: 2000)
        try site.act(.approve, ids[0], second: 3000)
        try DatabaseQueue(path: site.directory + "/ledger.sqlite").write { try $0.execute(sql: "DELETE FROM lessons") }
        #expect(try model(site).isEmpty)
        for _ in 0..<2 { try site.ledger.transaction { try $0.teachWhatIsDecided() } }
        #expect(try model(site).sequence == 2)
        #expect(try site.ledger.labels().map(\.comment) == [ids[1], ids[0]])
    }

    @Test("a new decision takes the place of the worker's, never of a moderator's")
    func rechecked() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.approved)
        let decision = Decision(
            verdict: .spam,
            score: 5_000_000,
            findings: [Finding("new", weight: 5_000_000, note: "")]
        )
        func replace() throws -> Bool {
            let comment = try site.stored(id)
            return try site.ledger.transaction {
                try $0.replaceDecision(on: comment, with: decision, at: Timestamp(seconds: 4000))
            }
        }
        #expect(try replace())
        let changed = try site.stored(id)
        #expect(changed.decision.verdict == .spam && changed.decision.score == 5_000_000)
        #expect(changed.decision.findings == decision.findings)
        #expect(changed.decidedBy == nil && changed.decidedAt == Timestamp(seconds: 4000))
        #expect(try site.shown().isEmpty)
        #expect(try model(site).isEmpty)
        try site.act(.restore, id)
        #expect(try site.stored(id).decision.verdict == .approved)
        #expect(try !replace())
        #expect(try site.stored(id).decision.verdict == .approved)
    }
}
