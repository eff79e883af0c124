import Comments

/// A comment as feeds tell of it.
public struct PublishedComment: Sendable {
    public let comment: ShownComment
    /// The number of its thread.
    public let thread: Int64
    /// When the comment that it answers was first approved; nil where that is not shown.
    public let answeredAt: Timestamp?
    /// How many comments answer it and are shown; nil where they are not counted.
    public let replies: Int?

    public init(_ comment: ShownComment, thread: Int64, answeredAt: Timestamp?, replies: Int?) {
        self.comment = comment
        self.thread = thread
        self.answeredAt = answeredAt
        self.replies = replies
    }
}
