import Comments

/// A comment as far as everybody may know: what items, threads, pages and feeds are made of.
public struct PublicComment: Sendable, Hashable {
    public let id: CommentID
    /// The thread's key.
    public let thread: String
    /// Whom it answers, where that comment is published too.
    public let parent: CommentID?
    public let author: PublicAuthor
    /// Safe HTML, well-formed as XML.
    public let html: String
    public let text: String
    public let postedAt: Timestamp
    public let permalink: String
    /// From 0; at most `moderation.maxDepth` - 1.
    public let depth: Int
    public let isEdited: Bool

    /// - Parameters:
    ///   - parent: whom it answers, or nil where that is not a published comment.
    ///   - ancestors: how many comments and nameless places it hangs under.
    public init(_ comment: StoredComment, parent: CommentID?, ancestors: Int, context: OutboxContext) {
        id = comment.id
        thread = comment.thread?.canonical ?? ""
        self.parent = parent
        author = PublicAuthor(comment.author, comment: comment.id, context: context)
        let body = context.markup.render(comment.body, format: comment.format)
        html = body.html
        text = body.text
        postedAt = comment.postedAt
        permalink = comment.id.permalink(on: comment.thread)
        depth = min(ancestors, context.settings.moderation.maxDepth - 1)
        isEdited = comment.editedAt != nil
    }
}

extension StoredComment {
    /// When its author sent it, or else when it arrived.
    var postedAt: Timestamp { submittedAt ?? origin.arrivedAt }
}

extension CommentID {
    /// The thread's address with `#comment-<id>`.
    func permalink(on thread: ThreadAddress?) -> String {
        let url = thread?.url ?? ""
        let page = url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[..<$0]) } ?? url
        return page + "#comment-" + description
    }
}
