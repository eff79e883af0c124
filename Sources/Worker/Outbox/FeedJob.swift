import Comments
import Feeds
import Ledger
import Outbox

/// A feed of the site or of a thread, current or archived, to be written in every format.
struct FeedJob: OutboxJob {
    struct Entry: Sendable {
        let published: PublishedComment
        let thread: FeedThread
    }

    /// nil: the site's.
    let thread: ThreadRecord?
    /// Newest first approval first.
    let entries: [Entry]
    let archive: Int?
    /// How many archives there are.
    let archives: Int
    let rendered: RenderedComments
    let context: OutboxContext

    init(
        of thread: ThreadRecord? = nil,
        entries: [Entry],
        archive: Int? = nil,
        archives: Int,
        rendered: RenderedComments,
        context: OutboxContext
    ) {
        self.thread = thread
        self.entries = entries
        self.archive = archive
        self.archives = archives
        self.rendered = rendered
        self.context = context
    }

    func render(_ emit: OutboxContents.Emit) throws -> [Int64] {
        let feed = CommentFeed(
            of: thread,
            entries: renderedEntries(),
            archive: archive,
            archives: archives,
            context: context
        )
        for format in FeedFormat.allCases { try emit(OutboxFile(path(format), feed.write(as: format))) }
        return []
    }

    /// An archive tells no counts of replies, so that it doesn't change when one comes.
    private func renderedEntries() -> [CommentFeedEntry] {
        let known = rendered.bodies(of: entries.lazy.map(\.published.comment.sequence))
        var new: [(sequence: Int64, body: FeedBody)] = []
        defer { rendered.keep(new) }
        return zip(entries, known).map { entry, known in
            let (comment, published) = (entry.published.comment, entry.published)
            let body = known ?? FeedBody(comment, context: context)
            if known == nil { new.append((comment.sequence, body)) }
            let answered = published.answeredAt.flatMap { time in
                comment.parent.map { CommentFeedEntry.Answered($0, publishedAt: time) }
            }
            return CommentFeedEntry(
                comment,
                body: body,
                thread: entry.thread,
                answered: answered,
                replies: archive == nil ? published.replies : nil
            )
        }
    }

    private func path(_ format: FeedFormat) -> String {
        if let archive { return OutboxPaths.archive(archive, slug: thread?.slug, format) }
        return thread.map { OutboxPaths.threadFeed($0.slug, format) } ?? OutboxPaths.siteFeed(format)
    }
}
