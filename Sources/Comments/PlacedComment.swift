/// A comment in its place in a thread.
public struct PlacedComment: Sendable {
    public let comment: ShownComment
    /// A withdrawn or erased comment with replies that stay; only a nameless place is shown.
    public let isTombstone: Bool

    public init(_ comment: ShownComment, isTombstone: Bool = false) {
        self.comment = comment
        self.isTombstone = isTombstone
    }
}
