import Comments
import Digests
import Feeds
import Ledger
import Outbox

/// What the files of the outbox must hold: a function of ledger and settings, asked for by dispatches.
struct OutboxContents {
    let ledger: Ledger
    let context: OutboxContext
    /// Whether a file stands in the outbox now; asked for what may have to go.
    let isThere: (String) -> Bool

    typealias Emit = (OutboxFile) throws -> Void

    /// Gives every file that the dispatches touch to `emit`. Mail is not among them: it is written once, not kept.
    func files(for dispatches: [Dispatch], emit: Emit) async throws {
        let due = DueFiles(dispatches)
        var rendered = RenderedComments()
        if context.settings.outbox.items != .none {
            try await threadFiles(due, emit: emit) { rendered.keep($0) }
            if due.index { try emit(OutboxFile(OutboxPaths.threads, index())) }
            if due.index { try emit(OutboxFile(OutboxPaths.styleSheet, StyleSheet.comments)) }
        }
        try await feedFiles(due, rendered: rendered, emit: emit)
        for delivery in due.rejected.sorted() { try rejectedFile(delivery, emit: emit) }
    }

    // MARK: Threads

    private func threadFiles(_ due: DueFiles, emit: Emit, keep: ([PublicComment]) -> Void) async throws {
        var rendering = Rendering<PageJob>()
        var hidden = due.items
        func give(_ job: RenderedJob) throws {
            keep(job.comments)
            hidden.subtract(job.items)
            for file in job.files { try emit(file) }
        }
        for (number, touched) in due.threads.sorted(by: { $0.key < $1.key }) where !touched.isEmpty {
            guard let thread = try ledger.publishedThread(number) else { continue }
            let isShown = thread.topLevel > 0 || thread.record.isListed
            let pages = isShown ? max(1, (thread.topLevel + pageSize - 1) / pageSize) : 0
            let summary = ThreadSummary(thread.record, count: thread.count, topLevel: thread.topLevel, pages: pages)
            for page in try pageNumbers(touched, of: thread, pages: pages) {
                let places = try ledger.page(of: number, offset: (page - 1) * pageSize, limit: pageSize)
                let job = PageJob(thread: summary, number: page, places: places, items: due.items, context: context)
                try await rendering.add(job, emit: give)
            }
            try removeSurplus(of: summary, emit: emit)
        }
        try await rendering.finish(emit: give)
        for item in hidden.sorted() { try removeHidden(item, emit: emit) }
    }

    /// Pages that a thread had when it was longer.
    private func removeSurplus(of thread: ThreadSummary, emit: Emit) throws {
        let slug = thread.record.slug
        var page = thread.pages + 1
        while isThere(OutboxPaths.thread(slug, page: page)) || isThere(OutboxPaths.page(slug, page: page)) {
            try emit(OutboxFile(OutboxPaths.thread(slug, page: page), nil))
            try emit(OutboxFile(OutboxPaths.page(slug, page: page), nil))
            page += 1
        }
    }

    private var pageSize: Int { max(1, context.settings.outbox.pageSize) }

    /// Page 1 holds the counts, so it is always among them. A page that begins with a new or withdrawn comment may be new or gone
    /// itself, which the one before tells.
    private func pageNumbers(_ touched: DueFiles.Touched, of thread: PublishedThread, pages: Int) throws -> [Int] {
        guard pages > 0 else { return [] }
        var numbers: Set<Int> = [1]
        let ranks = try touched.roots.count + touched.rootsOnwards.count > 8 ? ledger.ranks(in: thread.number) : [:]
        func rank(of root: Int64) throws -> Int {
            try ranks[root] ?? ledger.rank(of: root, in: thread.number) ?? 0
        }
        for root in touched.roots { numbers.insert(min(try rank(of: root) / pageSize + 1, pages)) }
        if let first = try touched.rootsOnwards.map({ $0 == 0 ? 0 : try rank(of: $0) }).min() {
            numbers.formUnion(min(max(first - 1, 0) / pageSize + 1, pages)...pages)
        }
        return numbers.sorted()
    }

    private func removeHidden(_ sequence: Int64, emit: Emit) throws {
        guard let (id, slug) = try ledger.hidden(sequence) else { return }
        try emit(OutboxFile(OutboxPaths.item(id, slug: slug), nil))
    }

    private func index() throws -> [UInt8] {
        ThreadList.json(
            try ledger.publishedThreads().filter { $0.topLevel > 0 || $0.record.isListed }.map { ($0.record, $0.count) }
        )
    }

    // MARK: Feeds

    private var window: Int { max(1, context.settings.feeds.items) }

    private func feedFiles(_ due: DueFiles, rendered: RenderedComments, emit: Emit) async throws {
        let archives =
            context.settings.feeds.archives
            ? FeedArchives(window: window, published: try ledger.lastPublication()) : nil
        var rendering = Rendering<FeedJob>()
        var entries = FeedEntries(rendered, threads: ThreadRecords(ledger))
        func give(_ job: RenderedJob) throws {
            for file in job.files { try emit(file) }
        }
        if due.siteFeeds {
            let newest = try entries.current(try ledger.published(limit: window))
            let job = FeedJob(entries: newest, archives: archives?.count ?? 0, context: context)
            try await rendering.add(job, emit: give)
            try emit(OutboxFile(OutboxPaths.feedStyleSheet, StyleSheet.feed))
        }
        for number in try archiveNumbers(due, archives) {
            guard let archives else { break }
            let comments = try ledger.published(range: archives.publications(of: number), limit: window)
            let job = FeedJob(entries: try entries.archived(comments), archive: number, context: context)
            try await rendering.add(job, emit: give)
        }
        for number in due.threadFeeds.sorted() {
            guard let thread = try ledger.publishedThread(number) else { continue }
            let isShown = thread.topLevel > 0 || thread.record.isListed
            let archives = isShown && context.settings.feeds.archives ? try ledger.archives(ofThread: number) : []
            try removeSurplusArchives(of: thread.record, after: archives.count, emit: emit)
            guard isShown else {
                for format in FeedFormat.allCases {
                    try emit(OutboxFile(OutboxPaths.threadFeed(thread.record.slug, format), nil))
                }
                continue
            }
            entries.threads.add(thread)
            let newest = try entries.current(try ledger.published(thread: number, limit: window))
            let current = FeedJob(of: thread.record, entries: newest, archives: archives.count, context: context)
            try await rendering.add(current, emit: give)
            for archive in archives where isTouched(archive, of: thread, due) {
                let comments = try ledger.published(thread: number, range: archive.publications, limit: .max)
                let job = FeedJob(
                    of: thread.record,
                    entries: try entries.archived(comments),
                    archive: archive.number,
                    context: context
                )
                try await rendering.add(job, emit: give)
            }
        }
        try await rendering.finish(emit: give)
    }

    /// Whether archives of a thread have changed, or this one is not written yet.
    private func isTouched(_ archive: ThreadArchive, of thread: PublishedThread, _ due: DueFiles) -> Bool {
        due.threadArchives.contains(thread.number)
            || FeedFormat.allCases.contains {
                !isThere(OutboxPaths.archive(archive.number, slug: thread.record.slug, $0))
            }
    }

    private func removeSurplusArchives(of thread: ThreadRecord, after count: Int, emit: Emit) throws {
        var number = count + 1
        while isThere(OutboxPaths.archive(number, slug: thread.slug, .rss)) {
            for format in FeedFormat.allCases {
                try emit(OutboxFile(OutboxPaths.archive(number, slug: thread.slug, format), nil))
            }
            number += 1
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
