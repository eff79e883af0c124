import Comments
import Markup
import Rules

extension RuleSubject {
    /// What rules look at in a comment; its post's title is the ledger's to tell.
    init(_ comment: borrowing Comment, _ rendered: RenderedBody, site: SiteAddress?) {
        let author = comment.author
        let id = comment.origin.id.description
        self.init(
            id: id,
            body: rendered.text,
            authorName: author.name,
            email: author.email ?? "",
            website: author.website ?? "",
            ip: author.ip ?? "",
            userAgent: author.userAgent ?? "",
            postURL: comment.thread.url,
            postID: ThreadSlug.slug(of: comment.thread, on: site),
            permalink: "\(comment.thread.url)#comment-\(id)"
        )
    }
}
