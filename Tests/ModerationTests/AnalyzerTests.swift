import Comments
import Patterns
import Settings
import Testing

@testable import Moderation

@Suite struct AnalyzerTests {
    private static let bodies = [
        "Plain.", "casino <b>poker</b> https://a.example/x www.b.example", "漢字 and Ünïcode, ıI", "",
        "<a href='https://c.example'>casino</a> &amp; more",
        String(repeating: "long ", count: 2000), "<!-- poker -->", "İstanbul casino",
    ]

    @Test("what a comment says of itself depends neither on those before it nor on who looks")
    func independence() async throws {
        let desk = Desk()
        let book = try RuleBook(RuleSources(block: Array("casino\nİstanbul".utf8), moderate: Array("poker".utf8)))
        let analyzer = Analyzer(settings: desk.settings, keys: Desk.keys, book: book)
        let comments = try (Self.bodies + Self.bodies.reversed()).map { try desk.comment($0) }
        let alone = try comments.map { analyzer.analyze($0, scratch: try analyzer.makeScratch()) }.map(Digest.init)
        let scratch = try analyzer.makeScratch()
        #expect(comments.map { Digest(analyzer.analyze($0, scratch: scratch)) } == alone)
        let together = try await withThrowingTaskGroup(of: (Int, Digest).self) { group in
            for (index, comment) in comments.enumerated() {
                group.addTask { (index, Digest(analyzer.analyze(comment, scratch: try analyzer.makeScratch()))) }
            }
            var digests: [Int: Digest] = [:]
            for try await (index, digest) in group { digests[index] = digest }
            return digests
        }
        #expect(comments.indices.map { together[$0] } == alone)
    }

    /// What of an analysis can be compared.
    private struct Digest: Equatable {
        let html: String
        let keys: IndexKeys
        let linkCount: Int
        let words: WordHits
        let findings: [Finding]
        let hosts: [Int64]

        init(_ analysis: Analysis) {
            html = analysis.rendered.html
            keys = analysis.keys
            linkCount = analysis.linkCount
            words = analysis.words
            findings = analysis.spam.findings
            hosts = analysis.hostKeys
        }
    }

    @Test("of the past only what a decision needs is asked")
    func questions() throws {
        let desk = Desk { $0.moderation.previouslyApproved = true }
        try desk.judge(try desk.comment("Hello.", ip: "203.0.113.9"))
        #expect(
            desk.history.questions == ["thread": 1, "duplicates": 1, "neighbour": 1, "approved": 1, "neighbours": 1]
        )
        let quiet = Desk { $0.flood.interval = .zero }
        try quiet.judge(try quiet.comment("Hello.", email: nil))
        #expect(quiet.history.questions == ["thread": 1, "duplicates": 1])
    }
}
