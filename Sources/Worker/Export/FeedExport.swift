import Comments
import Feeds
import Ledger
import Outbox

/// Comments as one feed, newest first approval first, however many they are.
struct FeedExport {
    private let open: OpenSite
    private let selection: Selection
    private let format: FeedFormat

    init(_ open: OpenSite, _ selection: Selection, as format: FeedFormat) {
        self.open = open
        self.format = format
        var selection = selection
        if selection.verdicts.isEmpty { selection.verdicts = [.approved] }
        selection.order = .newestApproval
        self.selection = selection
    }

    func write(_ write: ([UInt8]) throws -> Void) throws {
        let context = try open.context
        let threads = Dictionary(
            try open.ledger.publishedThreads().map {
                ($0.record.address.canonical, FeedThread($0.record, context: context))
            },
            uniquingKeysWith: { first, _ in first }
        )
        var updated = Timestamp(seconds: 0)
        try open.ledger.forEach(selection) { comment in
            let published = comment.publishedAt ?? comment.decidedAt
            updated = max(updated, published, comment.editedAt ?? published)
            return true
        }
        let feed = CommentFeed(
            of: selection.thread.flatMap { threads[$0]?.record },
            entries: [],
            updated: updated,
            context: context
        )
        var writer = FeedWriter(feed.document(as: format), as: format)
        try write(writer.begin())
        try open.ledger.forEachInOrder(selection) { comment in
            guard !comment.isTombstone, let thread = comment.thread.flatMap({ threads[$0.canonical] }) else { return }
            let parent = try comment.parent.flatMap { try open.ledger.publishedParent($0) }
            let shown = ShownComment(comment)
            let entry = CommentFeedEntry(
                shown,
                body: FeedBody(shown, context: context),
                thread: thread,
                answered: parent.map { CommentFeedEntry.Answered($0.id, publishedAt: $0.publishedAt) },
                replies: try open.ledger.publishedReplies(to: comment.sequence)
            )
            try write(writer.add(feed.item(entry)))
        }
        try write(writer.finish())
    }
}
