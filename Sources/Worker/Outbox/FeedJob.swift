import Comments
import Feeds
import Outbox

/// A feed of the site or of a thread, current or archived, to be written in every format.
struct FeedJob: OutboxJob {
    struct Entry: Sendable {
        let comment: StoredComment
        let thread: ThreadRecord
        let answered: CommentFeedEntry.Answered?
        /// Published comments that answer it; nil in archives, which don't change when one comes.
        let replies: Int?
    }

    /// nil: the site's.
    let thread: ThreadRecord?
    let entries: [Entry]
    let archive: Int?
    let archives: FeedArchives?
    let context: OutboxContext

    init(
        of thread: ThreadRecord? = nil,
        entries: [Entry],
        archive: Int? = nil,
        archives: FeedArchives? = nil,
        context: OutboxContext
    ) {
        self.thread = thread
        self.entries = entries
        self.archive = archive
        self.archives = archives
        self.context = context
    }

    func render() -> [OutboxFile] {
        let entries = entries.map {
            CommentFeedEntry(
                $0.comment,
                thread: $0.thread,
                answered: $0.answered,
                replies: $0.replies,
                context: context
            )
        }
        let feed = CommentFeed(of: thread, entries: entries, archive: archive, archives: archives, context: context)
        return FeedFormat.allCases.map { OutboxFile(path($0), feed.write(as: $0)) }
    }

    private func path(_ format: FeedFormat) -> String {
        if let archive { return OutboxPaths.archive(archive, slug: thread?.slug, format) }
        return thread.map { OutboxPaths.threadFeed($0.slug, format) } ?? OutboxPaths.siteFeed(format)
    }
}
