import Comments
import XML

/// WXR 1.2 as WordPress writes it (`wp-admin/includes/export.php`): an item a post, its comments within.
struct WXRWriter: ExportWriter {
    private let site: FeedPost
    private var xml = XMLWriter()
    private var posts = 0
    private var numbers = ExportNumbers()

    init(site: FeedPost) { self.site = site }

    mutating func begin() -> [UInt8] {
        xml.start("rss")
        xml.attribute("version", "2.0")
        xml.attribute("xmlns:excerpt", "http://wordpress.org/export/1.2/excerpt/")
        xml.attribute("xmlns:content", Namespace.content.uri)
        xml.attribute("xmlns:wfw", Namespace.wellFormedWeb.uri)
        xml.attribute("xmlns:dc", Namespace.dublinCore.uri)
        xml.attribute("xmlns:wp", "http://wordpress.org/export/1.2/")
        xml.newline()
        xml.start("channel")
        xml.newline()
        xml.line("title", site.title ?? site.url)
        xml.line("link", site.url.asURI)
        xml.line("description", "")
        xml.line("wp:wxr_version", "1.2")
        xml.line("wp:base_site_url", site.url.asURI)
        xml.line("wp:base_blog_url", site.url.asURI)
        return xml.drain()
    }

    mutating func begin(_ post: FeedPost) -> [UInt8] {
        posts += 1
        numbers.beginThread()
        xml.start("item")
        xml.newline()
        xml.data("title", post.title ?? "")
        xml.line("link", post.url)
        if let published = post.published { xml.line("pubDate", published.rfc5322) }
        xml.data("dc:creator", post.author?.name ?? "")
        xml.start("guid")
        xml.attribute("isPermaLink", "false")
        xml.text(post.url)
        xml.end()
        xml.newline()
        xml.data("content:encoded", "")
        xml.line("wp:post_id", String(posts))
        xml.data("wp:post_date_gmt", post.published?.wordpress ?? "")
        xml.data("wp:comment_status", post.isClosed == true ? "closed" : "open")
        xml.data("wp:status", "publish")
        xml.data("wp:post_type", "post")
        return xml.drain()
    }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        let parent = numbers.number(of: comment.parentID) ?? 0
        let number = numbers.next(for: comment.senderID)
        xml.start("wp:comment")
        xml.newline()
        xml.line("wp:comment_id", String(number))
        xml.data("wp:comment_author", (comment.name ?? "").escapedOnce)
        xml.data("wp:comment_author_email", (comment.email ?? "").escapedOnce)
        xml.line("wp:comment_author_url", (comment.website ?? "").escapedOnce)
        xml.data("wp:comment_author_IP", comment.ip ?? "")
        xml.data("wp:comment_date", comment.submittedAt?.wordpress ?? "")
        xml.data("wp:comment_date_gmt", comment.submittedAt?.wordpress ?? "")
        xml.data("wp:comment_content", comment.body)
        xml.data("wp:comment_approved", comment.verdict.wordpress)
        xml.data("wp:comment_type", "comment")
        xml.line("wp:comment_parent", String(parent))
        xml.line("wp:comment_user_id", "0")
        xml.end()
        xml.newline()
        return xml.drain()
    }

    mutating func end() -> [UInt8] {
        xml.end()
        xml.newline()
        return xml.drain()
    }

    mutating func finish() -> [UInt8] { xml.finish() }
}

extension XMLWriter {
    fileprivate mutating func data(_ name: StaticString, _ text: String) {
        start(name)
        cdata(text)
        end()
        newline()
    }
}

extension String {
    /// WordPress keeps names and addresses escaped, and decodes them when it shows them.
    fileprivate var escapedOnce: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

extension Timestamp {
    /// `2026-03-01 09:30:00`, in UTC.
    fileprivate var wordpress: String {
        String(Timestamp(seconds: seconds).description.dropLast()).replacing("T", with: " ")
    }
}

extension Verdict? {
    fileprivate var wordpress: String {
        switch self {
        case .approved: "1"
        case .spam: "spam"
        case .trashed, .rejected: "trash"
        case .held, nil: "0"
        }
    }
}
