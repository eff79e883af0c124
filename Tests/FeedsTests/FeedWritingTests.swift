import Comments
import JSON
import Testing

@testable import Feeds

@Suite("Writing feeds")
struct FeedWritingTests {
    private static let time = Timestamp(seconds: 1_767_225_600)

    private static let item = FeedItem(
        id: "tag:blog.example,2026-01-01:1",
        title: "Re: <Post> & more\u{0}",
        link: "https://blog.example/p/ä b#comment-1",
        authorName: "Ann",
        authorLink: "https://ann.example/",
        published: time,
        updated: time.adding(seconds: 60),
        content: "<p>Hi &amp; bye</p>",
        summary: "Hi & bye",
        inReplyTo: .init(ref: "tag:blog.example,2026-01-01:0", href: "https://blog.example/p/"),
        commentCount: 2,
        commentFeed: FeedAddresses(stem: "https://blog.example/feeds/p")
    )

    private static let document = FeedDocument(
        id: "tag:blog.example,2026:feed",
        title: "Comments",
        link: "https://blog.example/",
        selfLink: "https://blog.example/feeds/comments",
        language: "en",
        updated: time,
        generator: .init(name: "Moderato", version: "1", link: "https://moderato.example/"),
        paging: .init(
            isArchive: true,
            previousArchive: "https://blog.example/feeds/archive/1",
            current: "https://blog.example/feeds/comments"
        ),
        items: [item]
    )

    private func text(_ format: FeedFormat, _ document: FeedDocument = document) -> String {
        String(decoding: document.write(as: format), as: UTF8.self)
    }

    @Test(
        "RSS holds what the contract names",
        arguments: [
            "<atom:link rel=\"self\" href=\"https://blog.example/feeds/comments\" type=\"application/rss+xml\"/>",
            "<atom:link rel=\"prev-archive\" href=\"https://blog.example/feeds/archive/1\"",
            "<fh:archive/>",
            "<lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0000</lastBuildDate>",
            "<title>Re: &lt;Post&gt; &amp; more\u{FFFD}</title>",
            "<link>https://blog.example/p/%C3%A4%20b#comment-1</link>",
            "<guid isPermaLink=\"false\">tag:blog.example,2026-01-01:1</guid>",
            "<dc:creator>Ann</dc:creator>",
            "<description>Hi &amp;amp; bye</description>\n<content:encoded>&lt;p&gt;Hi &amp;amp; bye",
            "<thr:in-reply-to ref=\"tag:blog.example,2026-01-01:0\" href=\"https://blog.example/p/\" type=\"text/html\"/>",
            "<slash:comments>2</slash:comments>",
            "<wfw:commentRss>https://blog.example/feeds/p.rss</wfw:commentRss>",
        ]
    )
    func rss(_ part: String) {
        #expect(text(.rss).contains(part))
        #expect(!text(.rss).contains("<author>"))
    }

    @Test(
        "Atom holds what RFC 4287 and RFC 4685 ask for",
        arguments: [
            "<id>tag:blog.example,2026:feed</id>",
            "<author><name>Comments</name></author>",
            "<published>2026-01-01T00:00:00Z</published>\n<updated>2026-01-01T00:01:00Z</updated>",
            "<author><name>Ann</name><uri>https://ann.example/</uri></author>",
            "<link rel=\"replies\" href=\"https://blog.example/feeds/p.atom\" type=\"application/atom+xml\" thr:count=\"2\"/>",
            "<thr:in-reply-to ref=\"tag:blog.example,2026-01-01:0\" href=\"https://blog.example/p/\" type=\"text/html\"/>",
            "<thr:total>2</thr:total>",
            "<content type=\"html\">&lt;p&gt;Hi &amp;amp; bye&lt;/p&gt;</content>",
        ]
    )
    func atom(_ part: String) {
        #expect(text(.atom).contains(part))
    }

    @Test("JSON Feed holds the same, with older items behind next_url")
    func json() throws {
        let feed = try JSONValue(parsing: Self.document.write(as: .json))
        #expect(feed["version"]?.string == "https://jsonfeed.org/version/1.1")
        #expect(feed["next_url"]?.string == "https://blog.example/feeds/archive/1")
        let item = feed["items"]?[0]
        #expect(item?["id"]?.string == "tag:blog.example,2026-01-01:1")
        #expect(item?["content_html"]?.string == "<p>Hi &amp; bye</p>")
        #expect(item?["authors"]?[0]?["name"]?.string == "Ann")
        #expect(item?["_comments"]?["in_reply_to"]?["ref"]?.string == "tag:blog.example,2026-01-01:0")
    }

    @Test("a nameless author, a blank title and a blank language stay out", arguments: FeedFormat.allCases)
    func blanks(_ format: FeedFormat) {
        var document = Self.document
        document.items[0].authorName = " \u{200B}"
        document.items[0].title = ""
        let written = text(format, document)
        #expect(!written.contains("\u{200B}"))
        #expect(!written.contains("dc:creator"))
        #expect(format == .atom || !written.contains("<title></title>") && !written.contains("\"title\":\"\""))
    }

    @Test(
        "an address is a URI when it is written",
        arguments: [
            ("https://e.com/a?b[]=1", "https://e.com/a?b%5B%5D=1"), ("http://[::1]:80/[x]", "http://[::1]:80/%5Bx%5D"),
            ("https://e.com/100%/%C3%A4", "https://e.com/100%25/%C3%A4"),
            ("https://e.com/ä b|c", "https://e.com/%C3%A4%20b%7Cc"),
        ]
    )
    func addresses(_ text: String, _ uri: String) {
        #expect(text.asURI == uri)
    }

    @Test("the same document is the same bytes", arguments: FeedFormat.allCases)
    func deterministic(_ format: FeedFormat) {
        #expect(Self.document.write(as: format) == Self.document.write(as: format))
    }
}
