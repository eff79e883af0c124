import Foundation
import Testing

@Suite("Feeds in the inbox")
struct InboxFeedTests {
    private static let open = "require: {nameAndEmail: false}\n"

    @Test("comments of a feed are judged as all are, parents first")
    func feed() throws {
        let site = try TemporarySite(Self.open)
        try site.drop("comments.rss", Exports.commentsFeed)
        let summary = try site.drain()
        #expect(summary.approved == 2)
        let rows = try site.rows()
        #expect(rows.map(\.name) == ["Ann", "Bo"])
        #expect(rows.last?.parent == rows.first?.id)
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }

    @Test("the comments of a feed are explained before it is dropped")
    func explained() throws {
        let site = try TemporarySite(Self.open)
        try site.write(Exports.commentsFeed, to: "comments.rss")
        let explanation = try site.run("explain", site.path("comments.rss"))
        #expect(explanation.status == 0)
        #expect(explanation.output.contains("item 1") && explanation.output.contains("item 2"), "\(explanation.output)")
        #expect(try site.rows().isEmpty)
    }

    @Test("a JSON Feed is told from a submission by its version", arguments: ["comments.json", "comments"])
    func jsonFeed(name: String) throws {
        let site = try TemporarySite(Self.open)
        try site.drop(
            name,
            #"""
            {"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"Comments for Blog","items":[
            {"id":"c2","url":"https://blog.example/a/#comment-2","content_html":"<p>Two</p>","date_published":"2020-01-02T10:00:00Z",
            "authors":[{"name":"Bo"}]},
            {"id":"c1","url":"https://blog.example/a/#comment-1","content_text":"One <b>","date_published":"2020-01-01T10:00:00Z"}]}
            """#
        )
        #expect(try site.drain().approved == 2)
        #expect(try site.rows().map(\.senderId) == ["c1", "c2"])
        try site.verifyOutbox()
    }

    @Test("the verdicts of an export are not trusted there")
    func verdicts() throws {
        let site = try TemporarySite(Self.open)
        try site.write("wait\n", to: "Rules/words/moderate.txt")
        try site.drop("export.wxr", Exports.wxr)
        try site.drain()
        let rows = try site.rows()
        #expect(rows.filter { $0.senderId != nil }.map(\.verdict) == ["approved", "approved", "approved", "held"])
        #expect(rows.allSatisfy { $0.decidedBy == nil })
        #expect(rows.last?.codes == ["undecodable"])
    }

    @Test("dropped again it is recognised")
    func again() throws {
        let site = try TemporarySite(Self.open)
        for _ in 0..<2 {
            try site.drop("comments.rss", Exports.commentsFeed)
            try site.drain()
        }
        #expect(try site.rows().count == 2)
        #expect(try site.inbox().isEmpty)
    }

    @Test(
        "one without comments, or that cannot be read, is put aside with the reason",
        arguments: [
            "<rss version=\"2.0\"><channel><title>x</title></channel></rss>", "<html><p>x</p></html>", "<rss><chan",
            "<rss version=\"2.0\"><channel><item><title>A post</title><link>https://blog.example/a</link></item></channel></rss>",
        ]
    )
    func refused(text: String) throws {
        let site = try TemporarySite(Self.open)
        try site.drop("posts.xml", text)
        try site.drain()
        #expect(try site.inbox().isEmpty)
        #expect(site.exists("Outbox/rejected/posts.xml"))
        #expect(site.exists("Outbox/rejected/posts.xml.json"))
        #expect(try site.rows().filter { $0.verdict != "rejected" }.isEmpty)
    }

    @Test("a long one that was interrupted goes on where it was")
    func killed() throws {
        let site = try TemporarySite(Self.open)
        try site.drop("long.wxr", Exports.wxr(comments: 2000))
        for _ in 0..<3 {
            let before = try site.rows("--limit", "2000").count
            let running = try site.start(["run"], environment: ["MODERATO_BATCH": "64"])
            for _ in 0..<400 {
                usleep(5000)
                if !running.process.isRunning || (try? site.rows("--limit", "2000").count > before) == true { break }
            }
            running.signal(SIGKILL)
            _ = running.wait()
        }
        try site.drain()
        let ids = try site.rows().compactMap(\.senderId)
        #expect(ids.count == 2000)
        #expect(Set(ids).count == 2000)
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }
}
