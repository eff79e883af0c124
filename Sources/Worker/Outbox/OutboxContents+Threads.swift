import Comments
import Feeds
import Ledger
import Outbox

extension OutboxContents {
    /// Pages and feeds of threads. A thread that stands on one page is read once for all of them.
    func threadFiles(_ due: DueFiles, rendered: RenderedComments, emit: @escaping Emit) async throws {
        let items = try await Rendering.run(emit) { rendering in
            for number in due.threadNumbers {
                guard let thread = try ledger.publishedThread(number) else { continue }
                let places = try await addPages(of: thread, due, rendered: rendered, emit: emit, to: &rendering)
                guard due.threadFeeds.contains(number) else { continue }
                let comments = ThreadFeedComments(ledger, thread: number, places: places)
                try await addFeeds(of: thread, comments, due, rendered: rendered, emit: emit, to: &rendering)
            }
        }
        guard hasPages else { return }
        for item in due.items.subtracting(items).sorted() { try removeHidden(item, emit: emit) }
    }

    // MARK: Pages

    private var hasPages: Bool { context.settings.outbox.items != .none }

    private var pageSize: Int { max(1, context.settings.outbox.pageSize) }

    /// - Returns: all places of the thread, newest first publication first, where they were read for its only page.
    private func addPages(
        of thread: PublishedThread,
        _ due: DueFiles,
        rendered: RenderedComments,
        emit: Emit,
        to rendering: inout Rendering
    ) async throws -> [PlacedComment]? {
        guard hasPages, let touched = due.threads[thread.number], !touched.isEmpty else { return nil }
        let summary = summary(thread)
        var all: [PlacedComment]?
        for page in try pageNumbers(touched, of: thread, pages: summary.pages) {
            if summary.pages == 1 { all = try ledger.places(of: thread.number) }
            let job = PageJob(
                thread: summary,
                number: page,
                places: try all
                    ?? ledger.page(of: thread.number, offset: (page - 1) * pageSize, limit: pageSize),
                items: due.items,
                rendered: rendered,
                context: context
            )
            try await rendering.add(job)
        }
        try removeSurplus(of: summary, emit: emit)
        return all
    }

    private func isShown(_ thread: PublishedThread) -> Bool { thread.topLevel > 0 || thread.record.isListed }

    private func summary(_ thread: PublishedThread) -> ThreadSummary {
        let pages = isShown(thread) ? max(1, (thread.topLevel + pageSize - 1) / pageSize) : 0
        return ThreadSummary(thread.record, count: thread.count, topLevel: thread.topLevel, pages: pages)
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

    /// Page 1 holds the counts, so it is always among them. A page that begins with a new or withdrawn comment may be new or gone
    /// itself, which the one before tells.
    private func pageNumbers(_ touched: DueFiles.Touched, of thread: PublishedThread, pages: Int) throws -> [Int] {
        guard pages > 1 else { return pages == 1 ? [1] : [] }
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

    // MARK: Feeds

    private func addFeeds(
        of thread: PublishedThread,
        _ comments: ThreadFeedComments,
        _ due: DueFiles,
        rendered: RenderedComments,
        emit: Emit,
        to rendering: inout Rendering
    ) async throws {
        let record = thread.record
        let isShown = isShown(thread)
        let archives =
            isShown && context.settings.feeds.archives ? try ledger.archives(ofThread: thread.number) : []
        try removeSurplusArchives(of: record, after: archives.count, emit: emit)
        guard isShown else {
            for format in FeedFormat.allCases {
                try emit(OutboxFile(OutboxPaths.threadFeed(record.slug, format), nil))
            }
            return
        }
        let inFeeds = FeedThread(record, context: context)
        func job(_ comments: [PublishedComment], archive: Int? = nil) -> FeedJob {
            FeedJob(
                of: record,
                entries: comments.map { FeedJob.Entry(published: $0, thread: inFeeds) },
                archive: archive,
                archives: archives.count,
                rendered: rendered,
                context: context
            )
        }
        try await rendering.add(job(try comments.newest(window)))
        for archive in archives where isTouched(archive, of: thread, due) {
            try await rendering.add(job(try comments.published(in: archive.publications), archive: archive.number))
        }
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
}
