import Comments
import Text

/// A comment as far as everybody may know: what items, threads, pages and feeds are made of.
public struct PublicComment: Sendable, Hashable {
    public let id: CommentID
    /// The id as it is written.
    let digits: String
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
    ///   - page: the thread's address without a fragment.
    ///   - parent: whom it answers, or nil where that is not a published comment.
    ///   - ancestors: how many comments and nameless places it hangs under.
    public init(
        _ comment: ShownComment,
        in thread: ThreadAddress,
        on page: String,
        parent: CommentID?,
        ancestors: Int,
        context: OutboxContext
    ) {
        id = comment.id
        digits = id.description
        sequence = comment.sequence
        self.thread = thread.canonical
        self.parent = parent
        author = PublicAuthor(comment, digits: digits, context: context)
        let body = context.markup.render(comment.body, format: comment.format)
        html = body.html
        text = body.text
        postedAt = comment.postedAt
        permalink = CommentID.permalink(to: digits, on: page)
        depth = min(ancestors, context.settings.moderation.maxDepth - 1)
        isEdited = comment.editedAt != nil
    }
}

extension CommentID {
    /// The thread's address with `#comment-<id>`.
    func permalink(on thread: ThreadAddress?) -> String {
        Self.permalink(to: description, on: thread?.urlOfPage ?? "")
    }

    /// - Parameters:
    ///   - digits: the id as it is written.
    ///   - page: the thread's address without a fragment.
    static func permalink(to digits: String, on page: String) -> String {
        String(atMost: page.utf8.count + digits.utf8.count + 9) { link in
            link.put(page)
            link.put("#comment-")
            link.put(digits)
        }
    }
}

extension ThreadAddress {
    /// The address without a fragment.
    var urlOfPage: String {
        url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[..<$0]) } ?? url
    }
}
