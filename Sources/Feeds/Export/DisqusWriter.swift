import Comments
import XML

/// Disqus's XML as Disqus exports it: all threads, then the posts, which name their thread and parent by `dsq:id`. Times have whole
/// seconds, and threads always a title, since those who read it count on that.
struct DisqusWriter: ExportWriter {
    private var xml = XMLWriter()
    private var threads: [String: Int] = [:]
    private var thread: Int?
    private var numbers = ExportNumbers()

    mutating func begin() -> [UInt8] {
        xml.start("disqus")
        xml.attribute("xmlns", "http://disqus.com")
        xml.attribute("xmlns:dsq", "http://disqus.com/disqus-internals")
        xml.newline()
        return xml.drain()
    }

    mutating func begin(_ post: FeedPost) -> [UInt8] {
        let number = threads.count + 1
        threads[post.url] = number
        xml.start("thread")
        xml.attribute("dsq:id", String(number))
        xml.newline()
        xml.line("id", post.url)
        xml.line("link", post.url)
        xml.line("title", post.title?.escapedWhereNeeded ?? post.url)
        if let published = post.published { xml.line("createdAt", published.inSeconds) }
        xml.line("isClosed", post.isClosed == true ? "true" : "false")
        xml.line("isDeleted", "false")
        xml.endLine()
        return xml.drain()
    }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        let number = threads[comment.thread]
        if number != thread { numbers.beginThread() }
        thread = number
        let parent = numbers.number(of: comment.parentID)
        xml.start("post")
        xml.attribute("dsq:id", String(numbers.next(for: comment.senderID)))
        xml.newline()
        xml.start("message")
        xml.cdata(comment.body)
        xml.endLine()
        if let time = comment.submittedAt { xml.line("createdAt", time.inSeconds) }
        xml.line("isDeleted", comment.verdict == .trashed || comment.verdict == .rejected ? "true" : "false")
        xml.line("isSpam", comment.verdict == .spam ? "true" : "false")
        if comment.verdict == .held { xml.line("isApproved", "false") }
        xml.start("author")
        if let email = comment.email { xml.element("email", email) }
        xml.element("name", comment.name ?? "")
        xml.element("isAnonymous", "true")
        xml.endLine()
        if let ip = comment.ip { xml.line("ipAddress", ip) }
        reference("thread", number ?? 0)
        if let parent { reference("parent", parent) }
        xml.endLine()
        return xml.drain()
    }

    private mutating func reference(_ element: StaticString, _ number: Int) {
        xml.start(element)
        xml.attribute("dsq:id", String(number))
        xml.endLine()
    }

    mutating func end() -> [UInt8] { [] }
    mutating func finish() -> [UInt8] { xml.finish() }
}

extension Timestamp {
    fileprivate var inSeconds: String { Timestamp(seconds: seconds).description }
}
