import Ledger

/// What feeds tell of comments, with what is known of them already.
struct FeedEntries {
    private let rendered: RenderedComments
    var threads: ThreadRecords

    init(_ rendered: RenderedComments, threads: ThreadRecords) {
        self.rendered = rendered
        self.threads = threads
    }

    /// For a current document, which counts the replies.
    mutating func current(_ comments: [PublishedComment]) throws -> [FeedJob.Entry] {
        try entries(comments, isCounted: true)
    }

    /// For an archive, which doesn't change when a reply comes.
    mutating func archived(_ comments: [PublishedComment]) throws -> [FeedJob.Entry] {
        try entries(comments, isCounted: false)
    }

    private mutating func entries(_ comments: [PublishedComment], isCounted: Bool) throws -> [FeedJob.Entry] {
        try comments.compactMap { comment in
            guard let thread = try threads.record(comment.thread) else { return nil }
            return FeedJob.Entry(
                comment,
                rendered: rendered[comment.comment.id],
                thread: thread,
                replies: isCounted ? comment.replies : nil
            )
        }
    }
}
