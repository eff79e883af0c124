import Comments
import XML

/// WXR 1.2 as WordPress writes it (`wp-admin/includes/export.php`): an item a post, its comments within.
///
/// WordPress's importer takes a post for one that it has by title and local date, and a comment by author and local date. A post
/// without a title would be refused and one without a date be of the day of the import, so that the address and the date of the
/// first comment stand in for them.
struct WXRWriter: ExportWriter {
    private let site: FeedPost
    private let zone: @Sendable (Timestamp) -> Int
    private var xml = XMLWriter()
    private var posts = 0
    private var numbers = ExportNumbers()
    /// A post that is not written yet.
    private var pending: FeedPost?

    init(site: FeedPost, zone: @escaping @Sendable (Timestamp) -> Int) {
        self.site = site
        self.zone = zone
    }

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
        pending = post
        return []
    }

    private mutating func writePending(firstComment: Timestamp?) {
        guard let post = pending else { return }
        pending = nil
        posts += 1
        numbers.beginThread()
        xml.start("item")
        xml.newline()
        xml.data("title", post.title?.escapedWhereNeeded ?? post.url)
        xml.line("link", post.url)
        if let published = post.published { xml.line("pubDate", published.rfc5322) }
        xml.data("dc:creator", (post.author?.name ?? "").escapedWhereNeeded)
        xml.start("guid")
        xml.attribute("isPermaLink", "false")
        xml.text(post.url)
        xml.endLine()
        xml.line("description", "")
        xml.data("content:encoded", "")
        xml.data("excerpt:encoded", "")
        xml.line("wp:post_id", String(posts))
        xml.data("wp:post_date", (post.published ?? firstComment).map(local) ?? "")
        xml.data("wp:post_date_gmt", post.published?.wordpress ?? "")
        xml.data("wp:comment_status", post.isClosed == true ? "closed" : "open")
        xml.data("wp:ping_status", "closed")
        xml.data("wp:post_name", post.slug)
        xml.data("wp:status", "publish")
        xml.line("wp:post_parent", "0")
        xml.line("wp:menu_order", "0")
        xml.data("wp:post_type", "post")
        xml.data("wp:post_password", "")
        xml.line("wp:is_sticky", "0")
    }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        writePending(firstComment: comment.submittedAt)
        let parent = numbers.number(of: comment.parentID) ?? 0
        let number = numbers.next(for: comment.senderID)
        xml.start("wp:comment")
        xml.newline()
        xml.line("wp:comment_id", String(number))
        xml.data("wp:comment_author", (comment.name ?? "").escapedOnce)
        xml.data("wp:comment_author_email", (comment.email ?? "").escapedWhereNeeded)
        xml.line("wp:comment_author_url", (comment.website ?? "").escapedWhereNeeded)
        xml.data("wp:comment_author_IP", comment.ip ?? "")
        xml.data("wp:comment_date", comment.submittedAt.map(local) ?? "")
        xml.data("wp:comment_date_gmt", comment.submittedAt?.wordpress ?? "")
        xml.data("wp:comment_content", comment.body)
        xml.data("wp:comment_approved", comment.verdict.wordpress)
        xml.data("wp:comment_type", "comment")
        xml.line("wp:comment_parent", String(parent))
        xml.line("wp:comment_user_id", "0")
        xml.endLine()
        return xml.drain()
    }

    mutating func end() -> [UInt8] {
        writePending(firstComment: nil)
        xml.endLine()
        return xml.drain()
    }

    mutating func finish() -> [UInt8] { xml.finish() }

    private func local(_ time: Timestamp) -> String { time.adding(seconds: Int64(zone(time))).wordpress }
}

extension FeedPost {
    /// The last segment of the path, where it could be a post's name in WordPress.
    fileprivate var slug: String {
        let path = url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3).prefix { !"?#".utf8.contains($0) }
        guard let last = path.split(separator: UInt8(ascii: "/")).dropFirst().last else { return "" }
        let isName = last.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isName ? String(Substring(last)) : ""
    }
}

extension XMLWriter {
    fileprivate mutating func data(_ name: StaticString, _ text: String) {
        start(name)
        cdata(text)
        endLine()
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
