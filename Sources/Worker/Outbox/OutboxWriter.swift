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

    /// Dispatches carried out together; their files are synced at once.
    private static let batch = 50_000

    /// - Parameter now: the moment that messages are dated.
    func writeAll(at now: Timestamp) async throws {
        try ledger.transaction { try $0.collectNotices(at: now) }
        let contents = OutboxContents(ledger: ledger, context: context) { access(site.outbox + "/" + $0, F_OK) == 0 }
        while true {
            let due = try ledger.dispatches(limit: Self.batch)
            if due.isEmpty { return }
            let staging = try StagingArea(root: site.outbox)
            try await contents.files(for: due) { try staging.add($0) }
            try staging.publish()
            for dispatch in due where dispatch.kind == .message { try writeMessage(dispatch.target) }
            let archives = FeedArchives(
                window: max(1, context.settings.feeds.items),
                published: try ledger.lastPublication()
            )
            try ledger.transaction { transaction in
                try transaction.settle(due)
                try transaction.set(.archives, to: ArchivesWritten(window: archives.window, count: archives.count).note)
            }
        }
    }

    private func writeMessage(_ number: Int64) throws {
        guard let message = try ledger.message(number) else { return }
        let held = try message.comments.compactMap { sequence -> Outbox.HeldNotice.Held? in
            guard let comment = try ledger.comment(sequence: sequence), comment.decision.verdict == .held else {
                return nil
            }
            let thread = try comment.thread.flatMap { try ledger.publishedThread(at: $0.canonical)?.record }
            return Outbox.HeldNotice.Held(comment, thread: thread)
        }
        let maildir = Maildir(site.mail)
        switch context.settings.notify.held {
        case .off: break
        case .digest:
            let notice = Outbox.HeldNotice(digest: held, total: held.count, number: message.number, date: message.at)
            if let mail = notice.mail(context) { try maildir.deliver(mail) }
        case .each:
            for one in held {
                let notice = Outbox.HeldNotice(one, number: message.number, date: message.at)
                if let mail = notice.mail(context) { try maildir.deliver(mail) }
            }
        }
    }
}
