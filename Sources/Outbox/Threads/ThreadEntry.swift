import Comments

/// A comment that has a place on a thread's page.
public struct ThreadEntry: Sendable {
    public var comment: StoredComment
    /// Whether only a nameless place is shown: the comment was withdrawn or erased and has replies that stay.
    public var isTombstone: Bool

    public init(_ comment: StoredComment, isTombstone: Bool = false) {
        self.comment = comment
        self.isTombstone = isTombstone
    }
}
