import Comments

/// One page of a thread, ready to be written as a document or as a fragment.
public struct ThreadPage: Sendable {
    public let thread: ThreadSummary
    /// From 1.
    public let number: Int
    /// What stands on the page, each comment before its replies, siblings oldest first.
    public let places: [Place]
    /// The thread's address without a fragment.
    let address: String
    let context: OutboxContext

    public enum Place: Sendable {
        case comment(PublicComment)
        /// A nameless place that keeps the replies to a withdrawn comment together.
        case tombstone(depth: Int)

        public var depth: Int {
            switch self {
            case .comment(let comment): comment.depth
            case .tombstone(let depth): depth
            }
        }
    }

    /// - Parameter entries: the page's places at the top and all that hangs below them, in any order.
    public init(_ thread: ThreadSummary, number: Int, entries: [PlacedComment], context: OutboxContext) {
        self.thread = thread
        self.number = number
        self.context = context
        let address = thread.record.address.urlOfPage
        self.address = address
        let tree = ReplyTree(entries, maxDepth: max(1, context.settings.moderation.maxDepth))
        places = tree.order.map { index, depth in
            let entry = entries[index]
            guard !entry.isTombstone else { return .tombstone(depth: depth) }
            let parent = tree.parents[index]
            let answered = parent >= 0 && !entries[parent].isTombstone ? entries[parent].comment.id : nil
            let comment = PublicComment(
                entry.comment,
                in: thread.record.address,
                on: address,
                parent: answered,
                ancestors: depth,
                context: context
            )
            return .comment(comment)
        }
    }

    /// The page's published comments.
    public var comments: [PublicComment] {
        places.compactMap { if case .comment(let comment) = $0 { comment } else { nil } }
    }

    /// Bytes of the comments' HTML and text, and a little more.
    var textSize: Int {
        places.reduce(1024) { size, place in
            guard case .comment(let comment) = place else { return size }
            return size + (comment.html.utf8.count + comment.text.utf8.count) * 9 / 8
        }
    }

    /// Whether what stands at `index` has replies on this page.
    func hasReplies(_ index: Int) -> Bool {
        index + 1 < places.count && places[index + 1].depth > places[index].depth
    }
}
