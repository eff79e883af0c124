import Comments
import Outbox

/// Comments rendered for a thread's pages, kept for the feeds that tell of them too: as many as the limit holds.
struct RenderedComments {
    private var comments: [CommentID: PublicComment] = [:]
    private var bytes = 0

    /// Bytes of text and HTML.
    private static let limit = 4 << 20

    mutating func keep(_ rendered: [PublicComment]) {
        for comment in rendered where bytes < Self.limit {
            bytes += comment.html.utf8.count + comment.text.utf8.count
            comments[comment.id] = comment
        }
    }

    subscript(id: CommentID) -> PublicComment? { comments[id] }
}
