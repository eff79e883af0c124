import Comments

/// A comment as far as everybody may know: what items, threads, pages and feeds are made of.
public struct PublicComment: Sendable, Hashable {
    public let id: CommentID
    /// Its number in the ledger, which is not told.
    public let sequence: Int64
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
    public init(
        _ comment: ShownComment,
        in thread: ThreadAddress,
        parent: CommentID?,
        ancestors: Int,
        context: OutboxContext
    ) {
        id = comment.id
        sequence = comment.sequence
        self.thread = thread.canonical
        self.parent = parent
        author = PublicAuthor(comment, context: context)
        let body = context.markup.render(comment.body, format: comment.format)
        html = body.html
        text = body.text
        postedAt = comment.postedAt
        permalink = comment.id.permalink(on: thread)
        depth = min(ancestors, context.settings.moderation.maxDepth - 1)
        isEdited = comment.editedAt != nil
    }
}

extension CommentID {
    /// The thread's address with `#comment-<id>`.
    func permalink(on thread: ThreadAddress?) -> String { permalink(on: thread?.urlOfPage ?? "") }

    /// - Parameter page: the thread's address without a fragment.
    func permalink(on page: String) -> String {
        var link = ""
        link.reserveCapacity(page.utf8.count + 36)
        link += page
        link += "#comment-"
        link += description
        return link
    }
}

extension ThreadAddress {
    /// The address without a fragment.
    var urlOfPage: String {
        url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[..<$0]) } ?? url
    }
}
