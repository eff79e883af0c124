import Comments
import XML

/// Disqus's XML: a thread, then its posts, which name it and their parent by `dsq:id`.
struct DisqusWriter: ExportWriter {
    private var xml = XMLWriter()
    private var thread = 0
    private var numbers = ExportNumbers()

    mutating func begin() -> [UInt8] {
        xml.start("disqus")
        xml.attribute("xmlns", "http://disqus.com")
        xml.attribute("xmlns:dsq", "http://disqus.com/disqus-internals")
        xml.newline()
        return xml.drain()
    }

    mutating func begin(_ post: FeedPost) -> [UInt8] {
        thread += 1
        numbers.beginThread()
        xml.start("thread")
        xml.attribute("dsq:id", "t\(thread)")
        xml.newline()
        xml.line("id", post.url)
        xml.line("link", post.url)
        xml.line("title", post.title ?? "")
        if let published = post.published { xml.line("createdAt", published.description) }
        xml.line("isClosed", post.isClosed == true ? "true" : "false")
        xml.line("isDeleted", "false")
        xml.end()
        xml.newline()
        return xml.drain()
    }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        let parent = numbers.number(of: comment.parentID)
        xml.start("post")
        xml.attribute("dsq:id", String(numbers.next(for: comment.senderID)))
        xml.newline()
        xml.start("message")
        xml.cdata(comment.body)
        xml.end()
        xml.newline()
        if let time = comment.submittedAt { xml.line("createdAt", time.description) }
        xml.line("isDeleted", comment.verdict == .trashed || comment.verdict == .rejected ? "true" : "false")
        xml.line("isSpam", comment.verdict == .spam ? "true" : "false")
        if comment.verdict == .held { xml.line("isApproved", "false") }
        xml.start("author")
        if let email = comment.email { xml.element("email", email) }
        xml.element("name", comment.name ?? "")
        xml.element("isAnonymous", "true")
        xml.end()
        xml.newline()
        if let ip = comment.ip { xml.line("ipAddress", ip) }
        xml.start("thread")
        xml.attribute("dsq:id", "t\(thread)")
        xml.end()
        xml.newline()
        if let parent {
            xml.start("parent")
            xml.attribute("dsq:id", String(parent))
            xml.end()
            xml.newline()
        }
        xml.end()
        xml.newline()
        return xml.drain()
    }

    mutating func end() -> [UInt8] { [] }
    mutating func finish() -> [UInt8] { xml.finish() }
}
