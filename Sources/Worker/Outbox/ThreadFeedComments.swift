import Comments
import Ledger

/// The comments that the feeds of one thread tell of, newest first approval first: those of its only page where that is read
/// already, or else the ledger's.
struct ThreadFeedComments {
    private let ledger: Ledger
    private let thread: Int64
    private let known: [PublishedComment]?

    /// - Parameter places: all of the thread's, newest first publication first, where they are read already.
    init(_ ledger: Ledger, thread: Int64, places: [PlacedComment]?) {
        self.ledger = ledger
        self.thread = thread
        known = places.map { Self.published($0, thread: thread) }
    }

    /// The newest publications.
    func newest(_ count: Int) throws -> [PublishedComment] {
        if let known { return Array(known.prefix(count)) }
        return try ledger.published(thread: thread, limit: count, countsReplies: true)
    }

    func published(in range: ClosedRange<Int64>) throws -> [PublishedComment] {
        guard let known else {
            return try ledger.published(thread: thread, range: range, limit: .max, countsReplies: false)
        }
        return known.filter { range.contains($0.comment.publication ?? 0) }
    }

    private static func published(_ places: [PlacedComment], thread: Int64) -> [PublishedComment] {
        var publishedAt: [CommentID: Timestamp] = [:]
        var replies: [CommentID: Int] = [:]
        for place in places where !place.isTombstone {
            publishedAt[place.comment.id] = place.comment.publishedAt
            if let parent = place.comment.parent { replies[parent, default: 0] += 1 }
        }
        return places.lazy.filter { !$0.isTombstone }.map { place in
            PublishedComment(
                place.comment,
                thread: thread,
                answeredAt: place.comment.parent.flatMap { publishedAt[$0] },
                replies: replies[place.comment.id, default: 0]
            )
        }
    }
}
