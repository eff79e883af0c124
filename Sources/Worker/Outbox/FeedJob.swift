import Comments
import Feeds
import Ledger
import Outbox

/// A feed of the site or of a thread, current or archived, to be written in every format.
struct FeedJob: OutboxJob {
    struct Entry: Sendable {
        let comment: StoredComment
        /// nil where no page rendered it before.
        let rendered: PublicComment?
        let thread: ThreadRecord
        let answered: CommentFeedEntry.Answered?
        /// Published comments that answer it; nil in archives, which don't change when one comes.
        let replies: Int?

        init(_ published: PublishedComment, rendered: PublicComment?, thread: ThreadRecord, replies: Int?) {
            comment = published.comment
            self.rendered = rendered
            self.thread = thread
            self.replies = replies
            answered = published.answeredAt.flatMap { time in
                published.comment.parent.map { CommentFeedEntry.Answered($0, publishedAt: time) }
            }
        }
    }

    /// nil: the site's.
    let thread: ThreadRecord?
    let entries: [Entry]
    let archive: Int?
    /// How many archives there are.
    let archives: Int
    let context: OutboxContext

    init(
        of thread: ThreadRecord? = nil,
        entries: [Entry],
        archive: Int? = nil,
        archives: Int = 0,
        context: OutboxContext
    ) {
        self.thread = thread
        self.entries = entries
        self.archive = archive
        self.archives = archives
        self.context = context
    }

    func render() -> RenderedJob {
        let entries = entries.map {
            CommentFeedEntry(
                $0.comment,
                rendered: $0.rendered,
                thread: $0.thread,
                answered: $0.answered,
                replies: $0.replies,
                context: context
            )
        }
        let feed = CommentFeed(of: thread, entries: entries, archive: archive, archives: archives, context: context)
        return RenderedJob(files: FeedFormat.allCases.map { OutboxFile(path($0), feed.write(as: $0)) })
    }

    private func path(_ format: FeedFormat) -> String {
        if let archive { return OutboxPaths.archive(archive, slug: thread?.slug, format) }
        return thread.map { OutboxPaths.threadFeed($0.slug, format) } ?? OutboxPaths.siteFeed(format)
    }
}
