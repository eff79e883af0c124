import Feeds
import Ledger
import Outbox

/// What the files of the outbox must hold: a function of ledger and settings, asked for by dispatches.
struct OutboxContents {
    let ledger: Ledger
    let context: OutboxContext
    /// Whether a file stands in the outbox now; asked for what may have to go.
    let isThere: (String) -> Bool

    /// Takes files, several at once, but pieces of one file one after the other.
    typealias Emit = @Sendable (OutboxFile) throws -> Void

    /// Gives every file that is due to `emit`. Mail is not among them: it is written once, not kept.
    func files(for due: DueFiles, emit: @escaping Emit) async throws {
        let rendered = RenderedComments()
        try await threadFiles(due, rendered: rendered, emit: emit)
        if due.index, context.settings.outbox.items != .none {
            try emit(OutboxFile(OutboxPaths.threads, index()))
            try emit(OutboxFile(OutboxPaths.styleSheet, StyleSheet.comments))
        }
        try await siteFeedFiles(due, rendered: rendered, emit: emit)
        for delivery in due.rejected.sorted() { try rejectedFile(delivery, emit: emit) }
    }

    private func index() throws -> [UInt8] {
        ThreadList.json(
            try ledger.publishedThreads().filter { $0.topLevel > 0 || $0.record.isListed }.map { ($0.record, $0.count) }
        )
    }

    // MARK: The site's feeds

    /// Comments of one feed document.
    var window: Int { max(1, context.settings.feeds.items) }

    private func siteFeedFiles(_ due: DueFiles, rendered: RenderedComments, emit: @escaping Emit) async throws {
        let archives =
            context.settings.feeds.archives
            ? FeedArchives(window: window, published: try ledger.lastPublication()) : nil
        if due.siteFeeds { try emit(OutboxFile(OutboxPaths.feedStyleSheet, StyleSheet.feed)) }
        var threads = FeedThreads(ledger, context)
        _ = try await Rendering.run(emit) { rendering in
            func add(_ comments: [PublishedComment], archive: Int? = nil) async throws {
                let job = FeedJob(
                    entries: try threads.entries(comments),
                    archive: archive,
                    archives: archives?.count ?? 0,
                    rendered: rendered,
                    context: context
                )
                try await rendering.add(job)
            }
            if due.siteFeeds { try await add(try ledger.published(limit: window, countsReplies: true)) }
            for number in try archiveNumbers(due, archives) {
                guard let range = archives?.publications(of: number) else { break }
                try await add(try ledger.published(range: range, limit: window, countsReplies: false), archive: number)
            }
        }
    }

    /// Archives of the site's feed that hold a touched publication, and the newest ones that were not finished before.
    private func archiveNumbers(_ due: DueFiles, _ archives: FeedArchives?) throws -> [Int] {
        guard let archives, archives.count > 0, !due.archiveGranules.isEmpty || due.siteFeeds else { return [] }
        var numbers: Set<Int> = []
        for granule in due.archiveGranules {
            let first = granule * Dispatch.archiveGranule
            for publication in first..<first + Dispatch.archiveGranule {
                if let archive = archives.archive(holding: publication) { numbers.insert(archive) }
            }
        }
        let written = ArchivesWritten(try ledger.note(.archives), window: archives.window).count
        if written < archives.count { numbers.formUnion(written + 1...archives.count) }
        return numbers.sorted()
    }

    // MARK: Rejected

    private func rejectedFile(_ delivery: Int64, emit: Emit) throws {
        guard let refused = try ledger.refusedDelivery(delivery) else { return }
        let paths = RejectedPaths(refused)
        guard refused.hasRefusals else {
            try emit(OutboxFile(paths.problems, nil))
            if refused.isPutAside { try emit(OutboxFile(paths.delivery, nil)) }
            return
        }
        var report = RejectedReport(refused.name, isWhole: refused.isPutAside)
        var offset = 0
        try ledger.forEachRefusal(of: delivery) {
            report.add($0)
            guard report.size >= Self.piece else { return }
            let piece = report.take()
            try emit(OutboxFile(paths.problems, piece, at: offset, isLast: false))
            offset += piece.count
        }
        try emit(OutboxFile(paths.problems, report.finish(), at: offset))
    }

    /// Bytes of a report that are held at once.
    private static let piece = 1 << 20
}
