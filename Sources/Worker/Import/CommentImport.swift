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

    /// Bytes of a comment with all that surrounds it, roughly.
    private static let usualSize = 1024

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
    ///   - report: gets each comment's fate, once it is durable.
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
            // It may have been ended when only the files were missing.
            try await open.flushOutbox()
            return summary
        }
        summary.resumedAfter = delivery.items
        var done = DrainProgress()
        done.bytesTotal = export.size
        let batches = try ImportBatches(
            export,
            from: delivery.items,
            analyzer(of: export, arrivedAt: delivery.arrivedAt),
            drain: drain
        )
        var taken = delivery.items
        var uncommitted = 0
        var unreported: [ImportedItem] = []
        func commit() throws {
            try open.ledger.commit()
            try open.ledger.sync()
            for item in unreported { report(item) }
            (unreported, uncommitted) = ([], 0)
        }
        try open.ledger.expect(comments: export.size / Self.usualSize)
        defer {
            try? open.ledger.commit()
            try? open.ledger.expect(comments: 0)
        }
        var pending = try await batches.next()
        while let batch = pending {
            async let following = batches.next()
            unreported += try settle(batch, delivery: delivery.number, &summary)
            uncommitted += 1
            if uncommitted == DrainOptions.batchesPerCommit { try commit() }
            taken = batch.end
            done.bytesDone = batch.bytesRead
            done.comments = summary.comments
            progress(done)
            pending = try await following
        }
        try commit()
        summary.problems = await batches.problems
        guard taken > 0 else {
            let reason = summary.problems.first.map { ": " + $0 } ?? ""
            throw LedgerError.notApplicable("\(path) holds neither comments nor posts\(reason)")
        }
        try open.ledger.transaction { transaction in
            try transaction.orderPublications(of: delivery.number)
            try transaction.finish(delivery: delivery.number, at: Clock.now())
        }
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

    private func analyzer(of export: ForeignExport, arrivedAt: Timestamp) -> ImportAnalyzer {
        ImportAnalyzer(
            options: options,
            decoder: decoder,
            analyzer: judgement.analyzer,
            keys: open.keys,
            posts: PostReader(site: open.siteAddress),
            name: export.name,
            key: export.key,
            arrivedAt: arrivedAt
        )
    }

    // MARK: Record

    private func settle(
        _ batch: ImportBatches.Batch,
        delivery: Int64,
        _ summary: inout ImportReport
    ) throws -> [ImportedItem] {
        let now = Clock.now()
        return try open.ledger.step { transaction in
            transaction.judgesOldComments = true
            var items: [ImportedItem] = []
            for step in batch.steps {
                switch step {
                case .post(let news):
                    summary.posts += 1
                    if try transaction.list(news) { summary.changedPosts += 1 }
                case .skipped(let id, let reason): items.append(ImportedItem(id: id, .skipped(reason: reason)))
                case .kept(let imprint, let verdict):
                    let fate = try record(imprint, verdict, delivery: delivery, in: transaction, at: now)
                    items.append(ImportedItem(id: imprint.comment.senderID, fate))
                case .judged(let analysis):
                    let fate = try record(analysis, delivery: delivery, in: transaction, at: now)
                    items.append(ImportedItem(id: analysis.comment.senderID, fate))
                }
            }
            for item in items { summary.count(item.fate) }
            try transaction.advance(delivery: delivery, items: batch.end, offset: 0)
            return items
        }
    }

    /// A comment as it hangs in its thread.
    private struct Placed {
        let parent: CommentID?
        let duplicateKey: Int64
        /// Whether another comment of the thread has its sender's id.
        let isNamesake: Bool
    }

    /// nil for a comment that is here already.
    private func place(_ comment: Comment, _ keys: IndexKeys, in transaction: LedgerTransaction) throws -> Placed? {
        let canonical = comment.thread.canonical
        let parent = try comment.parent.flatMap { try transaction.parent(named: $0, in: canonical) }
            .flatMap { $0.thread == canonical && $0.verdict != .rejected ? $0.id : nil }
        let duplicateKey = keys.duplicate(under: parent, keys: open.keys)
        let presence = try transaction.presence(
            ofSender: comment.senderID,
            duplicateKey: duplicateKey,
            thread: canonical,
            submittedAt: comment.submittedAt
        )
        guard presence != .known else { return nil }
        return Placed(parent: parent, duplicateKey: duplicateKey, isNamesake: presence == .namesake)
    }

    private func record(
        _ imprint: Imprint,
        _ verdict: Verdict,
        delivery: Int64,
        in transaction: LedgerTransaction,
        at time: Timestamp
    ) throws -> ImportedItem.Fate {
        let comment = imprint.comment
        guard let placed = try place(comment, imprint.keys, in: transaction) else { return .known }
        var keys = imprint.keys
        keys.duplicate = placed.duplicateKey
        let judged = Judgement(
            Decision(verdict: verdict, findings: comment.findings + Self.findings(comment, placed)),
            parent: placed.parent,
            senderID: placed.isNamesake ? nil : comment.senderID,
            keys: keys,
            signature: imprint.signature,
            hostKeys: imprint.hostKeys
        )
        try transaction.record(
            imported: imprint,
            judged,
            delivery: delivery,
            slug: open.slug(of: comment.thread),
            at: time
        )
        return .imported(verdict)
    }

    private func record(
        _ analysis: Analysis,
        delivery: Int64,
        in transaction: LedgerTransaction,
        at time: Timestamp
    ) throws -> ImportedItem.Fate {
        guard try place(analysis.comment, analysis.keys, in: transaction) != nil else { return .known }
        var judged = try judgement.judge.judge(analysis, history: transaction)
        // Rules may want to write of a new comment, and this is an old one.
        (judged.letters, judged.answers) = ([], [])
        guard judged.decision.verdict != .rejected else {
            return .skipped(reason: judged.decision.problems.map(\.message).joined(separator: " "))
        }
        try transaction.record(
            imported: analysis.comment,
            judged,
            delivery: delivery,
            slug: open.slug(of: analysis.comment.thread),
            at: time
        )
        return .imported(judged.decision.verdict)
    }

    private static func findings(_ comment: Comment, _ placed: Placed) -> [Finding] {
        let kept = Finding("imported", note: "It came with an import, and its verdict with it.")
        guard comment.parent != nil, placed.parent == nil else { return [kept] }
        return [kept, Finding("unknown_parent", note: "What it answers is not here; it stands at the top level.")]
    }
}
