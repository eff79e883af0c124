import Foundation
import Testing

@Suite("The site's own feed of posts")
struct ThreadsFeedTests {
    private static let rss = """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>Blog</title><link>https://blog.example/</link><description>d</description>
        <item><title>New &amp; shiny</title><link>https://blog.example/2025/new/</link>
        <pubDate>Sat, 01 Mar 2025 10:00:00 GMT</pubDate></item>
        <item><title>Old</title><link>https://blog.example/2024/old/</link>
        <pubDate>Mon, 01 Jan 2024 10:00:00 GMT</pubDate></item>
        </channel></rss>
        """
    private static let atom = """
        <?xml version="1.0"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>https://blog.example/</id><updated>2025-03-01T10:00:00Z</updated>
        <entry><title>New &amp; shiny</title><id>n</id><link href="https://blog.example/2025/new/"/>
        <published>2025-03-01T10:00:00Z</published><updated>2025-03-01T10:00:00Z</updated></entry>
        <entry><title>Old</title><id>o</id><link href="https://blog.example/2024/old/"/>
        <published>2024-01-01T10:00:00Z</published><updated>2024-01-01T10:00:00Z</updated></entry>
        </feed>
        """

    private func site(_ feed: String, _ unknown: String = "accept") throws -> TemporarySite {
        let site = try TemporarySite("threads: {feed: posts.xml, unknown: \(unknown)}\n")
        try site.write(feed, to: "posts.xml")
        return site
    }

    @Test("gives titles and dates, in both formats", arguments: [rss, atom])
    func titles(feed: String) throws {
        let site = try site(feed)
        try site.drop("one", ["thread": "2025/new"])
        try site.drain()
        #expect(try site.object("Outbox/public/threads/2025/new.json")["title"] as? String == "New & shiny")
    }

    @Test("says which posts there are", arguments: [("accept", "approved"), ("hold", "held"), ("reject", "rejected")])
    func unknown(setting: String, verdict: String) throws {
        let site = try site(Self.rss, setting)
        try site.drop("known", ["thread": "2025/new"])
        try site.drop("draft", ["thread": "2025/draft"])
        try site.drain()
        #expect(try site.row(sender: "known").verdict == "approved")
        #expect(try site.row(sender: "draft").verdict == verdict)
        if verdict == "rejected" { #expect(try site.row(sender: "draft").codes == ["comment_id_not_found"]) }
    }

    @Test("closes posts by their age when the comment was submitted")
    func closing() throws {
        let site = try TemporarySite()
        try site.write(
            TemporarySite.openSettings.replacing(
                "previouslyApproved: false",
                with: "previouslyApproved: false\n  closeAfter: 14d"
            )
                + "threads: {feed: posts.xml}\n",
            to: "moderato.yaml"
        )
        try site.write(Self.rss, to: "posts.xml")
        try site.drop("in-time", ["thread": "2025/new", "submittedAt": "2025-03-15T10:00:00Z"])
        try site.drop("late", ["thread": "2025/new", "submittedAt": "2025-03-15T10:00:01Z"])
        try site.drain()
        #expect(try site.row(sender: "in-time").verdict == "approved")
        #expect(try site.row(sender: "late").codes == ["comment_closed"])
    }

    @Test("a post that is listed has a place at once, and none when it is no longer listed")
    func listing() throws {
        let site = try site(Self.rss)
        try site.drain()
        #expect(site.exists("Outbox/public/pages/2025/new.html"))
        try site.verifyOutbox()
        try site.write(Self.atom.replacing("2025/new", with: "2025/newer"), to: "posts.xml")
        try site.drain()
        #expect(!site.exists("Outbox/public/pages/2025/new.html"))
        #expect(site.exists("Outbox/public/pages/2025/newer.html"))
        try site.verifyOutbox()
    }

    @Test("a post whose comments all wait has a place once it is listed")
    func listedLater() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.drop("one", ["thread": "2025/new", "title": "New & shiny", "body": "tombola"])
        try site.drain()
        #expect(!site.exists("Outbox/public/pages/2025/new.html"))
        try site.write(Self.rss, to: "posts.xml")
        try site.run("threads", "import", site.path("posts.xml"))
        #expect(site.exists("Outbox/public/pages/2025/new.html"))
        try site.verifyOutbox()
    }

    @Test("a title that comes with a later comment is kept, the first one stays")
    func laterTitles() throws {
        let site = try TemporarySite()
        for (number, title) in [nil, "First", "Second"].enumerated() {
            try site.drop("t\(number)", title.map { ["title": $0] } ?? [:])
            try site.drain()
            try site.verifyOutbox()
        }
        #expect(try site.object("Outbox/public/threads/2025/post.json")["title"] as? String == "First")
    }

    @Test("a feed that cannot be read stops no comment", arguments: ["<rss><channel>", "not a feed at all", ""])
    func broken(feed: String) throws {
        let site = try site(feed)
        try site.drop("one")
        let outcome = try site.run("run")
        #expect(outcome.errors.contains("posts.xml"))
        #expect(try site.row(sender: "one").verdict == "approved")
    }

    @Test("a title that a later comment tells is taken over, never a form's")
    func lateTitle() throws {
        let site = try TemporarySite()
        try site.drop("first.form", "thread=2025/post&name=A&email=a%40readers.example&body=First&title=Forged")
        try site.drop("refused", ["thread": "2025/other", "body": ""])
        try site.drain()
        try site.drop("second", ["title": "What it is called"])
        try site.drop("third", ["title": "What it is called elsewhere"])
        try site.drop("other", ["thread": "2025/other", "title": "Another"])
        try site.drain()
        #expect(try site.object("Outbox/public/threads/2025/post.json")["title"] as? String == "What it is called")
        #expect(try site.object("Outbox/public/threads/2025/other.json")["title"] as? String == "Another")
        #expect(try site.read("Outbox/public/feeds/comments.atom").contains("What it is called"))
        try site.verifyOutbox()
    }

    @Test("a post that leaves the feed is no longer known; one that a damaged feed lacks still is")
    func leaving() throws {
        let site = try site(Self.rss, "reject")
        try site.drain()
        let end = try #require(Self.rss.range(of: "<item><title>Old"))
        let shorter = String(Self.rss[..<end.lowerBound])
        try site.write(shorter, to: "posts.xml")
        try site.drop("damaged", ["thread": "2024/old"])
        try site.drain()
        #expect(try site.row(sender: "damaged").verdict == "approved")
        try site.write(shorter + "</channel></rss>", to: "posts.xml")
        try site.drop("gone", ["thread": "2024/old"])
        try site.drop("there", ["thread": "2025/new"])
        try site.drain()
        #expect(try site.row(sender: "gone").codes == ["comment_id_not_found"])
        #expect(try site.row(sender: "there").verdict == "approved")
    }

    @Test("threads import reads the same")
    func importing() throws {
        let site = try TemporarySite()
        try site.write(Self.rss, to: "posts.xml")
        #expect(try site.run("threads", "import", site.path("posts.xml")).status == 0)
        #expect(try site.run("threads", "list", "--json").output.contains("New & shiny"))
    }
}
