import Comments

/// A published comment as feeds tell of it.
public struct CommentFeedEntry: Sendable {
    public let comment: ShownComment
    public let body: FeedBody
    public let thread: FeedThread
    /// Whom it answers, where that comment is published.
    public let answered: Answered?
    /// How many published comments answer it; nil: not told.
    public let replies: Int?

    public struct Answered: Sendable, Hashable {
        public var id: CommentID
        /// When it was first approved.
        public var publishedAt: Timestamp

        public init(_ id: CommentID, publishedAt: Timestamp) {
            self.id = id
            self.publishedAt = publishedAt
        }
    }

    /// - Parameter body: what the comment's body came to.
    public init(
        _ comment: ShownComment,
        body: FeedBody,
        thread: FeedThread,
        answered: Answered? = nil,
        replies: Int? = nil
    ) {
        self.comment = comment
        self.body = body
        self.thread = thread
        self.answered = answered
        self.replies = replies
    }
}
