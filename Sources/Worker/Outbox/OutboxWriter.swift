import Comments
import Feeds
import Glibc
import Ledger
import Outbox
import Settings

/// Carries out what the outbox owes: renders, writes, syncs, renames, and only then says so to the ledger. Interrupted anywhere it
/// does the same again the next time.
struct OutboxWriter {
    let site: Site
    let ledger: Ledger
    let context: OutboxContext

    /// Dispatches carried out together. Each round writes the pages that it touches, so fewer rounds write less.
    private let batch = DrainOptions.fromEnvironment.batch * 200
    /// Files synced at once.
    private static let files = 20_000

    /// - Parameter now: the moment that messages are dated.
    func writeAll(at now: Timestamp) async throws {
        while true {
            try ledger.transaction { try $0.collectNotices(at: now) }
            var due = DueFiles()
            try ledger.forEachDispatch(limit: batch) { due.add($0) }
            if due.lastNumber == 0 { return }
            if due.count == batch { try due.addPagesOfItems(in: ledger) }
            try await carryOut(due)
        }
    }

    private func carryOut(_ due: DueFiles) async throws {
        let cache = ledger.cache
        try ledger.limitCache(to: .reading)
        defer { try? ledger.limitCache(to: cache) }
        try closeArchives(due)
        let contents = OutboxContents(ledger: ledger, context: context) { access(site.outbox + "/" + $0, F_OK) == 0 }
        let staging = try StagingArea(root: site.outbox)
        try await contents.files(for: due) { file in
            try staging.add(file)
            if file.isLast, staging.count >= Self.files { try staging.publish() }
        }
        try staging.publish()
        let messages = MessageWriter(site: site, ledger: ledger, context: context)
        for message in due.messages { try messages.write(message) }
        let archives = FeedArchives(window: context.settings.feeds.items, published: try ledger.lastPublication())
        try ledger.transaction { transaction in
            try transaction.settle(upTo: due.lastNumber, messages: due.messages)
            try transaction.set(.archives, to: ArchivesWritten(window: archives.window, count: archives.count).note)
        }
    }

    private func closeArchives(_ due: DueFiles) throws {
        guard context.settings.feeds.archives, !due.threadFeeds.isEmpty else { return }
        let window = max(1, context.settings.feeds.items)
        try ledger.transaction { transaction in
            for thread in due.threadFeeds { try transaction.closeArchives(ofThread: thread, window: window) }
        }
    }
}
