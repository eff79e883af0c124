import Comments

/// A published comment as feeds tell of it.
public struct CommentFeedEntry: Sendable, Hashable {
    public var comment: PublicComment
    public var thread: ThreadRecord
    /// When it was first approved; the date in its permanent id.
    public var publishedAt: Timestamp
    public var editedAt: Timestamp?
    /// Whom it answers, where that comment is published.
    public var answered: Answered?
    /// How many published comments answer it; nil: not told.
    public var replies: Int?

    public struct Answered: Sendable, Hashable {
        public var id: CommentID
        /// When it was first approved.
        public var publishedAt: Timestamp

        public init(_ id: CommentID, publishedAt: Timestamp) {
            self.id = id
            self.publishedAt = publishedAt
        }
    }

    /// - Parameters:
    ///   - stored: what the ledger holds; published.
    ///   - rendered: the same comment where it has been rendered already, since that is most of the work.
    public init(
        _ stored: StoredComment,
        rendered: PublicComment? = nil,
        thread: ThreadRecord,
        answered: Answered? = nil,
        replies: Int? = nil,
        context: OutboxContext
    ) {
        comment = rendered ?? PublicComment(stored, parent: answered?.id, ancestors: 0, context: context)
        self.thread = thread
        publishedAt = stored.publishedAt ?? stored.decidedAt
        editedAt = stored.editedAt
        self.answered = answered
        self.replies = replies
    }
}
