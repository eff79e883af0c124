import Comments
import Patterns
import Rules
import Settings
import Spam

@testable import Moderation

/// A site's judge with a past to look at, and comments to bring before it.
final class Desk {
    static let keys = SiteKeys(secret: [UInt8](repeating: 7, count: 32))
    static let site = SiteAddress("https://blog.example")!
    static let noon = Timestamp(rfc3339: "2026-03-01T12:00:00Z")!

    var settings = Settings()
    var blocked = ""
    var held = ""
    /// A file of rules.
    var rules = ""
    var weights = HeuristicWeights()
    let history = MemoryHistory()
    private var count: UInt64 = 0

    /// Settings that approve whatever no phase speaks against.
    init(_ change: (inout Settings) -> Void = { _ in }) {
        settings.site.url = "https://blog.example"
        settings.moderation.previouslyApproved = false
        change(&settings)
    }

    func comment(
        _ body: String = "A thoughtful remark.",
        name: String = "Ada",
        email: String? = "ada@letters.example",
        ip: String? = nil,
        thread: String = "post",
        parent: String? = nil,
        senderID: String? = nil,
        after seconds: Int64? = nil,
        token: String? = nil,
        _ change: (inout Comments.Comment) -> Void = { _ in }
    ) throws -> Comments.Comment {
        count += 1
        // Half an hour apart where no time is asked for, so that no flood is seen by chance.
        let submitted = Self.noon.adding(seconds: seconds ?? Int64(count) * 1800)
        var comment = Comments.Comment(
            origin: Origin(id: CommentID(high: count, low: 1), delivery: "a.json", index: 0, arrivedAt: submitted),
            senderID: senderID,
            thread: try ThreadAddress(thread, on: Self.site),
            parent: parent,
            author: Author(name: name, email: email, ip: ip),
            body: body,
            submittedAt: submitted,
            authorToken: token
        )
        change(&comment)
        return comment
    }

    /// Judges, and records what came of it.
    @discardableResult
    func judge(_ comment: Comments.Comment) throws -> Judgement {
        let judgement = try judge.judge(try analyze(comment), history: history)
        history.record(judgement, of: comment)
        return judgement
    }

    func judgeAgain(_ stored: StoredComment) throws -> Judgement {
        try judge.judge(
            try analyze(Comments.Comment(stored)!),
            again: stored.decision,
            parent: stored.parent,
            history: history
        )
    }

    private var book: RuleBook {
        get throws {
            let file = RuleFile(name: "rules.yaml", path: "rules.yaml", bytes: Array(rules.utf8))
            return try RuleBook(
                RuleSources(
                    block: Array(blocked.utf8),
                    moderate: Array(held.utf8),
                    rules: rules.isEmpty ? [] : [file]
                )
            )
        }
    }

    private var spam: SpamFilter { SpamFilter(model: Model(), weights: weights) }

    var judge: Judge {
        get throws { Judge(settings: settings, keys: Self.keys, book: try book, spam: spam) }
    }

    private func analyze(_ comment: Comments.Comment) throws -> Analysis {
        let analyzer = Analyzer(settings: settings, keys: Self.keys, book: try book, spam: spam)
        return analyzer.analyze(comment, scratch: try analyzer.makeScratch())
    }

    func list(_ thread: String = "post", closed: Bool = false, publishedAt: Timestamp? = nil) throws {
        let address = try ThreadAddress(thread, on: Self.site)
        history.threads[address.canonical] = ThreadRecord(
            address: address,
            slug: thread,
            publishedAt: publishedAt,
            isClosed: closed,
            isListed: true
        )
    }

    static func token(_ email: String, epoch: Int = 0) -> String { keys.authorToken(email: email, epoch: epoch) }
}

extension Judgement {
    var verdict: Verdict { decision.verdict }
    /// Of the findings, less what the spam filter says of every comment.
    var symbols: [String] { signals.filter { $0.phase != .spam }.map(\.finding.symbol) }
    var codes: [String] { decision.problems.map(\.code) }
}
