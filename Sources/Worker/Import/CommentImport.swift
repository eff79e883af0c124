import Comments
import Digests
import Feeds
import Intake
import Ledger
import Moderation
import XML

/// Takes comments and posts of another system over into the ledger, batch by batch. Killed in the middle it goes on where it was when
/// it is run again; run once more it changes nothing.
public struct CommentImport {
    public struct Options: Sendable {
        /// What is taken: nil is both.
        public var only: ImportKind?
        /// Whether the verdicts of the file stand, or every comment is judged anew.
        public var keepsVerdicts = true
        /// For CSV, the name of the column that holds each field.
        public var columns: [ImportColumn: String] = [:]

        public init() {}

        var label: String {
            let columns = columns.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: ",")
            return "import \(only?.rawValue ?? "all") \(keepsVerdicts ? "keep" : "judge") \(columns)"
        }
    }

    private let open: OpenSite
    private let options: Options
    private let drain: DrainOptions
    private let decoder: SubmissionDecoder
    private let judgement: LoadedJudgement

    /// - Throws: what the site's settings, rules and lists are refused for.
    public init(_ open: OpenSite, options: Options, drain: DrainOptions = .fromEnvironment) throws {
        self.open = open
        self.options = options
        self.drain = drain
        judgement = try LoadedJudgement(open)
        var settings = open.settings
        // Old comments were taken under other rules.
        settings.require.nameAndEmail = false
        decoder = SubmissionDecoder(settings: settings, keys: open.keys)
    }

    /// - Parameters:
    ///   - path: a file, or a folder of Staticman's.
    ///   - report: gets each comment's fate.
    /// - Throws: `LedgerError.notApplicable` where nothing can be made of it, `XMLError`, `FeedError`, `ImportError` where it cannot be
    ///   read on; what was recorded before stays.
    public func run(
        _ path: String,
        progress: (DrainProgress) -> Void = { _ in },
        report: (ImportedItem) -> Void = { _ in }
    ) async throws -> ImportReport {
        let export = try ForeignExport(path, options: options, site: open.siteAddress)
        let delivery = try begin(export)
        var summary = ImportReport()
        guard !delivery.isFinished else {
            summary.isRepeated = true
            return summary
        }
        try export.source.skip(delivery.items)
        summary.resumedAfter = delivery.items
        var done = DrainProgress()
        done.bytesTotal = export.size
        var index = delivery.items
        while true {
            let records = try export.source.next(limit: drain.batch)
            guard !records.isEmpty else { break }
            let steps = try await analysed(records, from: index, export, arrivedAt: delivery.arrivedAt)
            index += records.count
            let batch = try settle(steps, delivery: delivery.number, upTo: index, summary)
            summary = batch.summary
            for item in batch.items { report(item) }
            done.bytesDone = export.source.bytesRead
            done.comments = summary.comments
            progress(done)
        }
        summary.problems = export.source.problems
        guard index > 0 else {
            let reason = summary.problems.first.map { ": " + $0 } ?? ""
            throw LedgerError.notApplicable("\(path) holds neither comments nor posts\(reason)")
        }
        try open.ledger.transaction { try $0.finish(delivery: delivery.number, at: Clock.now()) }
        try await open.flushOutbox()
        return summary
    }

    /// Whether an error says that the export itself cannot be read on.
    public static func isUnreadable(_ error: any Error) -> Bool {
        error is XMLError || error is FeedError || error is ImportError
    }

    private func begin(_ export: ForeignExport) throws -> DeliveryProgress {
        try open.ledger.transaction { transaction in
            try transaction.delivery(export.key)
                ?? transaction.begin(delivery: export.key, name: export.name, arrivedAt: Clock.now())
        }
    }

    // MARK: Analysis

    /// A record on its way into the ledger.
    private enum Step: Sendable {
        case post(PostNews)
        case comment(Analysis, Verdict?)
        case skipped(id: String?, reason: String)
    }

    private func analysed(
        _ records: [ImportedRecord],
        from first: Int,
        _ export: ForeignExport,
        arrivedAt: Timestamp
    ) async throws -> [Step] {
        let (decoder, analyzer, options, keys) = (decoder, judgement.analyzer, options, open.keys)
        let (posts, key, name) = (PostReader(site: open.siteAddress), export.key, export.name)
        return try await analyzer.share(Array(records.enumerated()), cores: drain.cores) { numbered, scratch in
            switch numbered.element {
            case .post(let post):
                guard options.only != .comments else { return nil }
                return posts.news(of: post).map(Step.post)
                    ?? .skipped(id: post.url, reason: "it has no address that names a post")
            case .skipped(let id, let reason): return .skipped(id: id, reason: reason)
            case .comment(let comment):
                guard options.only != .posts else { return nil }
                // What it was is what counts: its id, its permanent address and how long it is kept.
                let arrival = min(comment.submittedAt ?? arrivedAt, arrivedAt)
                let index = first + numbered.offset
                let origin = Origin(
                    id: keys.commentID(delivery: key, index: index, arrival: arrival),
                    delivery: name,
                    index: index,
                    arrivedAt: arrival
                )
                switch decoder.decode(comment.submission, origin) {
                case .comment(let decoded):
                    return .comment(analyzer.analyze(decoded, scratch: scratch), comment.verdict)
                case .refusal(let refusal):
                    return .skipped(
                        id: comment.senderID,
                        reason: refusal.problems.map(\.message).joined(separator: " ")
                    )
                case .action: return .skipped(id: comment.senderID, reason: "it is no comment")
                }
            }
        }.compactMap { $0 }
    }

    // MARK: Record

    private func settle(
        _ steps: [Step],
        delivery: Int64,
        upTo index: Int,
        _ before: ImportReport
    ) throws -> (summary: ImportReport, items: [ImportedItem]) {
        let now = Clock.now()
        return try open.ledger.transaction { transaction in
            transaction.judgesOldComments = true
            var summary = before
            var items: [ImportedItem] = []
            for step in steps {
                switch step {
                case .post(let news):
                    summary.posts += 1
                    if try transaction.list(news) { summary.changedPosts += 1 }
                case .skipped(let id, let reason): items.append(ImportedItem(id: id, .skipped(reason: reason)))
                case .comment(let analysis, let verdict):
                    let fate = try record(analysis, verdict, delivery: delivery, in: transaction, at: now)
                    items.append(ImportedItem(id: analysis.comment.senderID, fate))
                }
            }
            for item in items { summary.count(item.fate) }
            try transaction.advance(delivery: delivery, items: index, offset: 0)
            return (summary, items)
        }
    }

    private func record(
        _ analysis: Analysis,
        _ verdict: Verdict?,
        delivery: Int64,
        in transaction: LedgerTransaction,
        at time: Timestamp
    ) throws -> ImportedItem.Fate {
        let comment = analysis.comment
        let canonical = comment.thread.canonical
        let parent = try comment.parent.flatMap { try transaction.parent(named: $0, in: canonical) }
            .flatMap { $0.thread == canonical && $0.verdict != .rejected ? $0.id : nil }
        let duplicateKey = analysis.keys.duplicate(under: parent, keys: open.keys)
        let isKnown = try transaction.isKnown(
            senderID: comment.senderID,
            duplicateKey: duplicateKey,
            thread: canonical,
            submittedAt: comment.submittedAt
        )
        guard !isKnown else { return .known }
        var judged: Judgement
        let kept = options.keepsVerdicts ? verdict : nil
        if let kept {
            guard kept != .rejected else { return .skipped(reason: "it was rejected") }
            judged = Judgement(
                Decision(verdict: kept, findings: comment.findings + Self.findings(comment, hasParent: parent != nil)),
                parent: parent,
                senderID: comment.senderID,
                keys: analysis.keys,
                signature: analysis.spam.signature,
                hostKeys: analysis.hostKeys
            )
            judged.keys?.duplicate = duplicateKey
            if let id = comment.senderID, try transaction.isSenderIDTaken(id, in: canonical) { judged.senderID = nil }
        } else {
            judged = try judgement.judge.judge(analysis, history: transaction)
            // Rules may want to write of a new comment, and this is an old one.
            (judged.letters, judged.answers) = ([], [])
            guard judged.decision.verdict != .rejected else {
                return .skipped(reason: judged.decision.problems.map(\.message).joined(separator: " "))
            }
        }
        try transaction.record(
            imported: comment,
            judged,
            isKept: kept != nil,
            delivery: delivery,
            slug: open.slug(of: comment.thread),
            at: time
        )
        return .imported(judged.decision.verdict)
    }

    private static func findings(_ comment: Comment, hasParent: Bool) -> [Finding] {
        let kept = Finding("imported", note: "It came with an import, and its verdict with it.")
        guard comment.parent != nil, !hasParent else { return [kept] }
        return [kept, Finding("unknown_parent", note: "What it answers is not here; it stands at the top level.")]
    }
}
