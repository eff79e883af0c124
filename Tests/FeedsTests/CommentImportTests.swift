import Comments
import Testing

@testable import Feeds

@Suite("Importing and exporting comments")
struct CommentImportTests {
    private func records(
        _ format: ImportFormat,
        _ bytes: [UInt8],
        columns: [ImportColumn: String] = [:],
        base: String? = nil,
        size: Int = 50
    ) throws -> [ImportedRecord] {
        final class Collected { var records: [ImportedRecord] = [] }
        let collected = Collected()
        let importer = CommentImporter(format, columns: columns, base: base) { collected.records.append($0) }
        for start in stride(from: 0, to: bytes.count, by: size) {
            try importer.read(Array(bytes[start..<min(bytes.count, start + size)]))
        }
        try importer.finish()
        return collected.records
    }

    private func comments(_ records: [ImportedRecord]) -> [ImportedComment] {
        records.compactMap { if case .comment(let comment) = $0 { comment } else { nil } }
    }

    private func posts(_ records: [ImportedRecord]) -> [FeedPost] {
        records.compactMap { if case .post(let post) = $0 { post } else { nil } }
    }

    private static let wxr = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_login><![CDATA[ann]]></wp:author_login><wp:author_email><![CDATA[ann@e.com]]></wp:author_email>
        <wp:author_display_name><![CDATA[Ann A.]]></wp:author_display_name></wp:author>
        <item><title><![CDATA[A post]]></title><link>https://e.com/a/</link><dc:creator><![CDATA[ann]]></dc:creator>
        <wp:post_date_gmt><![CDATA[2024-01-01 10:00:00]]></wp:post_date_gmt>
        <wp:comment_status><![CDATA[closed]]></wp:comment_status><wp:status><![CDATA[publish]]></wp:status>
        <wp:post_type><![CDATA[post]]></wp:post_type>
        <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author><![CDATA[Tom &amp; Jerry]]></wp:comment_author>
        <wp:comment_author_email><![CDATA[t@e.com]]></wp:comment_author_email>
        <wp:comment_author_url>https://t.com/?a=1&amp;#038;b=2</wp:comment_author_url>
        <wp:comment_author_IP><![CDATA[192.0.2.1]]></wp:comment_author_IP>
        <wp:comment_date><![CDATA[2024-01-02 11:00:00]]></wp:comment_date>
        <wp:comment_date_gmt><![CDATA[2024-01-02 10:00:00]]></wp:comment_date_gmt>
        <wp:comment_content><![CDATA[<b>Hi</b> & bye]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved>
        <wp:comment_type></wp:comment_type><wp:comment_parent>3</wp:comment_parent></wp:comment>
        <wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_content>x</wp:comment_content>
        <wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment>
        </item></channel></rss>
        """

    @Test("WXR gives posts, then their comments with verdict, parent, date and address; pingbacks are told apart")
    func wordpress() throws {
        let records = try records(.wxr, Array(Self.wxr.utf8))
        #expect(
            posts(records) == [
                FeedPost(
                    url: "https://e.com/a/",
                    title: "A post",
                    published: Timestamp(rfc3339: "2024-01-01T10:00:00Z"),
                    author: FeedPerson(name: "Ann A.", email: "ann@e.com"),
                    isClosed: true
                )
            ]
        )
        #expect(
            comments(records) == [
                ImportedComment(
                    thread: "https://e.com/a/",
                    title: "A post",
                    senderID: "7",
                    parentID: "3",
                    name: "Tom & Jerry",
                    email: "t@e.com",
                    website: "https://t.com/?a=1&b=2",
                    ip: "192.0.2.1",
                    body: "<b>Hi</b> & bye",
                    format: .auto,
                    submittedAt: Timestamp(rfc3339: "2024-01-02T10:00:00Z"),
                    verdict: .spam
                )
            ]
        )
        #expect(records.last == .skipped(id: "8", reason: "it is a pingback"))
        #expect(posts(records).map(\.isClosed) == [true])
    }

    @Test("WordPress's own theme test data gives its comments")
    func themeTestData() throws {
        guard let bytes = SharedData.bytes(of: "feeds/wxr/themeunittestdata.xml") else { return }
        let records = try records(.wxr, bytes, size: 1 << 16)
        let comments = comments(records)
        #expect(comments.count == 29)
        #expect(comments.count { $0.verdict == .held } == 3)
        #expect(comments.allSatisfy { $0.submittedAt != nil && $0.thread.hasPrefix("http") && $0.senderID != nil })
        #expect(records.count { if case .skipped = $0 { true } else { false } } == 4)
        #expect(posts(records).contains { $0.isClosed == true })
    }

    @Test("Disqus gives threads, parents and verdicts")
    func disqus() throws {
        let document = """
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <category dsq:id="1"><title>General</title></category>
            <thread dsq:id="10"><link>https://e.com/a</link><title>A &amp;amp; B</title><createdAt>2020-01-01T00:00:00Z</createdAt>
            <author><name>Owner</name></author><isClosed>true</isClosed><isDeleted>false</isDeleted></thread>
            <post dsq:id="1"><message><![CDATA[<p>one</p>]]></message><createdAt>2020-01-02T00:00:00Z</createdAt>
            <isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ann</name><isAnonymous>true</isAnonymous></author>
            <thread dsq:id="10"/></post>
            <post dsq:id="2"><message>two</message><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Bo</name></author>
            <thread dsq:id="10"/><parent dsq:id="1"/></post>
            <post dsq:id="3"><message>lost</message><thread dsq:id="99"/></post></disqus>
            """
        let records = try records(.disqus, Array(document.utf8))
        #expect(posts(records).first?.isClosed == true)
        let comments = comments(records)
        #expect(comments.map(\.name) == ["Ann", "Bo"])
        #expect(comments.map(\.parentID) == [nil, "1"])
        #expect(comments.map(\.verdict) == [.approved, .trashed])
        #expect(comments[0].body == "<p>one</p>")
        #expect(comments[0].title == "A & B")
        #expect(records.last == .skipped(id: "3", reason: "its thread is not in the file"))
    }

    @Test("a comments feed gives threads, titles and what is answered")
    func commentsFeed() throws {
        let document = """
            <rss version="2.0"><channel><item><title>Comment on A post by Ann</title><link>https://e.com/a/#comment-5</link>
            <dc:creator>Ann</dc:creator><pubDate>Thu, 01 Jan 2004 19:48:21 +0000</pubDate><guid isPermaLink="false">https://e.com/?p=1#comment-5</guid>
            <description>Hi</description><content:encoded><![CDATA[<p>Hi</p>]]></content:encoded><thr:in-reply-to ref="g0"/></item></channel></rss>
            """
        let comment = try #require(try comments(records(.feed, Array(document.utf8))).first)
        #expect(comment.thread == "https://e.com/a/")
        #expect(comment.title == "A post")
        #expect(comment.name == "Ann")
        #expect(comment.body == "<p>Hi</p>")
        #expect(comment.parentID == "g0")
        #expect(comment.verdict == nil)
    }

    @Test("Remark42, Commento and Comentario give what they have")
    func json() throws {
        let remark = """
            {"version":1,"users":[],"posts":[{"url":"https://e.com/a","read_only":true}]}
            {"id":"r1","pid":"","text":"<p>x</p>","orig":"*x*","user":{"name":"Ann O&#39;Hara"},"locator":{"site":"s","url":"https://e.com/a"},"time":"2020-01-01T00:00:00.5Z"}
            {"id":"r2","pid":"r1","text":"y","user":{"name":"Bo"},"locator":{"url":"https://e.com/a"},"delete":true}
            nonsense
            """
        let remarks = try records(.remark42, Array(remark.utf8))
        #expect(posts(remarks).first?.isClosed == true)
        #expect(comments(remarks).map(\.body) == ["*x*", "y"])
        #expect(comments(remarks).map(\.format) == [.markdown, .html])
        #expect(comments(remarks).map(\.verdict) == [.approved, .trashed])
        #expect(comments(remarks).map(\.name) == ["Ann O'Hara", "Bo"])
        #expect(remarks.count == 4)
        let commento = """
            {"version":1,"comments":[{"commentHex":"c","domain":"e.com","url":"/a","commenterHex":"p","markdown":"m","parentHex":"root","state":"flagged","creationDate":"2020-01-01T00:00:00Z"}],
            "commenters":[{"commenterHex":"p","name":"Ann","email":"a@e.com","link":"undefined"}]}
            """
        let comment = try #require(try comments(records(.commento, Array(commento.utf8))).first)
        #expect(comment.thread == "https://e.com/a")
        #expect(comment.name == "Ann")
        #expect(comment.verdict == .spam)
        #expect(comment.parentID == nil && comment.website == nil)
        let deleted = commento.replacing("\"m\"", with: "\"[deleted]\"").replacing("flagged", with: "approved")
        let gone = try #require(try comments(records(.commento, Array(deleted.utf8))).first)
        #expect(gone.verdict == .trashed && gone.body.isEmpty)
    }

    @Test("Comentario's comments stand on their pages, whatever their address; what was rejected goes into the trash")
    func comentario() throws {
        let comments = [("true", "false"), ("false", "true"), ("false", "false")].map { approved, pending in
            """
            {"id":"c","pageId":"g","url":"","markdown":"m","userCreated":"u","isApproved":\(approved),"isPending":\(pending),\
            "isDeleted":false,"createdTime":"2020-01-01T00:00:00Z"}
            """
        }
        let export = """
            {"version":3,"pages":[{"id":"g","path":"/a/","title":"A","isReadonly":true}],\
            "commenters":[{"id":"u","name":"Ann","email":"ann@e.com","websiteUrl":"https://ann.example"}],\
            "comments":[\(comments.joined(separator: ","))]}
            """
        var found: [ImportedRecord] = []
        let importer = CommentImporter(.commento, base: "https://e.com/") { found.append($0) }
        try importer.read(Array(export.utf8))
        try importer.finish()
        #expect(posts(found).map(\.url) == ["https://e.com/a/"] && posts(found).first?.isClosed == true)
        #expect(self.comments(found).map(\.verdict) == [.approved, .held, .trashed])
        #expect(Set(self.comments(found).map(\.thread)) == ["https://e.com/a/"])
        #expect(self.comments(found).first?.website == "https://ann.example")
    }

    @Test("CSV is read by its header or by a map")
    func csv() throws {
        let text = "post;who;said;when\r\n/a;Ann;\"x; \"\"y\"\"\nz\";2020-01-01\r\n;Bo;lost;\r\n"
        let columns: [ImportColumn: String] = [.thread: "post", .name: "who", .body: "Said", .submittedAt: "when"]
        let records = try records(.csv, Array(text.utf8), columns: columns)
        #expect(comments(records).map(\.body) == ["x; \"y\"\nz"])
        #expect(records.count == 2)
        #expect(throws: ImportError.missingColumn("thread")) { try self.records(.csv, Array(text.utf8)) }
    }

    @Test("Staticman's files are read in YAML and JSON")
    func staticman() throws {
        let yaml =
            "_id: a1\n_parent: p\nname: Ann\nemail: 0123456789abcdef\nmessage: |\n  Hi\n  you\ndate: 1577836800\n"
        let comment = try #require(Staticman.read(Array(yaml.utf8), file: "entry1.yml", slug: "p"))
        #expect(comment.senderID == "a1" && comment.parentID == nil && comment.email == nil)
        #expect(comment.body == "Hi\nyou\n")
        #expect(comment.submittedAt?.description == "2020-01-01T00:00:00Z")
        let json = "{\"name\":\"Bo\",\"comment\":\"x\",\"replyTo\":\"a1\",\"date\":\"2020-01-01T00:00:00.000Z\"}"
        #expect(Staticman.read(Array(json.utf8), file: "e2", slug: "p")?.parentID == "a1")
        #expect(Staticman.read(Array("- a\n- *b".utf8), file: "e", slug: "p") == nil)
    }

    @Test(
        "an address stands in for the title of a post without one, and is not taken for it again",
        arguments: [ExportFormat.wxr, .disqus]
    )
    func untitled(_ format: ExportFormat) throws {
        let post = FeedPost(url: "https://e.com/a/b")
        let comment = ImportedComment(
            thread: post.url,
            senderID: "1",
            body: "x",
            format: .auto,
            submittedAt: Timestamp(seconds: 1_600_000_000)
        )
        let bytes = export([(post, [comment])], format, false)
        #expect(String(decoding: bytes, as: UTF8.self).contains("https://e.com/a/b</title>") != (format == .wxr))
        let records = try records(try #require(ImportFormat(rawValue: format.rawValue)), bytes)
        #expect(posts(records).map(\.title) == [nil])
        #expect(comments(records).map(\.title) == [nil])
    }

    @Test("WXR has what WordPress's importer looks for")
    func wordpressAgain() {
        let post = FeedPost(url: "https://e.com/2024/a-post/?x=1", title: "A post")
        let comments = ["1", "2"].map { id in
            ImportedComment(
                thread: post.url,
                senderID: id,
                parentID: id == "2" ? "1" : nil,
                name: "Tom & Jerry",
                website: "https://w.example/?a=1&b=2",
                body: "x",
                format: .auto,
                submittedAt: Timestamp(seconds: 1_600_000_000),
                verdict: .held
            )
        }
        var exporter = CommentExporter(.wxr, site: FeedPost(url: "https://e.com/"), isPrivate: true) { _ in 7200 }
        var bytes = exporter.begin() + exporter.begin(post)
        for comment in comments { bytes += exporter.add(comment) }
        bytes += exporter.end() + exporter.finish()
        let text = String(decoding: bytes, as: UTF8.self)
        for part in [
            "<wp:wxr_version>1.2</wp:wxr_version>", "<wp:base_site_url>https://e.com/</wp:base_site_url>",
            "<wp:post_id>1</wp:post_id>\n<wp:post_date><![CDATA[2020-09-13 14:26:40]]></wp:post_date>\n<wp:post_date_gmt><![CDATA[]]>",
            "<wp:post_name><![CDATA[a-post]]></wp:post_name>", "<wp:post_type><![CDATA[post]]></wp:post_type>",
            "<wp:comment_author><![CDATA[Tom &amp; Jerry]]></wp:comment_author>",
            "<wp:comment_author_url>https://w.example/?a=1&amp;b=2</wp:comment_author_url>",
            "<wp:comment_date><![CDATA[2020-09-13 14:26:40]]></wp:comment_date>\n<wp:comment_date_gmt><![CDATA[2020-09-13 12:26:40]]>",
            "<wp:comment_approved><![CDATA[0]]></wp:comment_approved>\n<wp:comment_type><![CDATA[comment]]></wp:comment_type>",
            "<wp:comment_id>2</wp:comment_id>", "<wp:comment_parent>1</wp:comment_parent>",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test("formats are told by their beginning")
    func detection() {
        #expect(ImportFormat.detect(Array(Self.wxr.utf8)) == .wxr)
        #expect(ImportFormat.detect(Array("<disqus xmlns='http://disqus.com'>".utf8)) == .disqus)
        #expect(ImportFormat.detect(Array("<rss><channel>".utf8)) == .feed)
        #expect(ImportFormat.detect(Array("{\"version\":1,\"users\":[],\"posts\":[]}\n".utf8)) == .remark42)
        #expect(ImportFormat.detect(Array("{\"version\":1,\"comments\":[{\"commentHex\":1}]}".utf8)) == .commento)
        #expect(ImportFormat.detect(Array("thread,body\n".utf8)) == .csv)
        #expect(ImportFormat.detect(Array("thread\tbody\n".utf8)) == .csv)
        let feed = #"{"title":"x", "version" : "https:\/\/jsonfeed.org\/version\/1","items":[]}"#
        #expect(ImportFormat.detect(Array(feed.utf8)) == .feed)
        let line = #"{"thread":"a","body":"see \"version\":\"https://jsonfeed.org/version/1\""}"#
        #expect(ImportFormat.detect(Array(line.utf8)) == .jsonl)
    }

    @Test(
        "an export that is imported and exported again is the same bytes",
        arguments: ExportFormat.allCases,
        [true, false]
    )
    func roundTrip(_ format: ExportFormat, _ isPrivate: Bool) throws {
        let threads = Self.threads(count: 20)
        let first = export(threads, format, isPrivate)
        let importFormat = try #require(ImportFormat(rawValue: format.rawValue))
        #expect(ImportFormat.detect(first) == importFormat)
        let records = try records(importFormat, first, size: 777)
        #expect(comments(records).count == threads.map(\.comments.count).reduce(0, +))
        #expect(isPrivate || !String(decoding: first, as: UTF8.self).contains("@example.com"))
        var again: [(post: FeedPost, comments: [ImportedComment])] = []
        for record in records {
            switch record {
            case .post(let post): again.append((post, []))
            case .comment(let comment):
                if !again.contains(where: { $0.post.url == comment.thread }) {
                    again.append((FeedPost(url: comment.thread), []))
                }
                let place = try #require(again.firstIndex { $0.post.url == comment.thread })
                again[place].comments.append(comment)
            case .skipped(let id, let reason): Issue.record("\(id ?? "-") skipped: \(reason)")
            }
        }
        #expect(export(again, format, isPrivate) == first)
    }

    private func export(
        _ threads: [(post: FeedPost, comments: [ImportedComment])],
        _ format: ExportFormat,
        _ isPrivate: Bool
    ) -> [UInt8] {
        var exporter = CommentExporter(
            format,
            site: FeedPost(url: "https://e.com/", title: "Site"),
            isPrivate: isPrivate
        )
        var bytes = exporter.begin()
        if exporter.postsComeFirst {
            for thread in threads { bytes += exporter.begin(thread.post) + exporter.end() }
        }
        for thread in threads {
            if !exporter.postsComeFirst { bytes += exporter.begin(thread.post) }
            for comment in thread.comments { bytes += exporter.add(comment) }
            if !exporter.postsComeFirst { bytes += exporter.end() }
        }
        return bytes + exporter.finish()
    }

    private static func threads(count: Int) -> [(post: FeedPost, comments: [ImportedComment])] {
        var random = Numbers(state: 7)
        let texts = [
            "Hi & <b>bye</b>", "]]> \"quoted\", é\u{1F600}\n\nsecond", "=1+1;x", "&amp; &lt; &#38;", "a\tb", "'=2",
            "''+3", "'plain'",
            "]]]]>>&copy;&bogus;&#0;", "lone\rreturn\r\nboth", "nul\0bell\u{7}\u{B}\u{FFFE}\u{FFFF}",
            "\u{FEFF}mark\u{2028}line", "-",
        ]
        return (0..<count).map { thread in
            let url = "https://e.com/p/\(thread)?a=1&b=2"
            let time = Timestamp(seconds: 1_600_000_000 + Int64(thread))
            let comments = (0..<(1 + random.next(5))).map { index in
                ImportedComment(
                    thread: url,
                    title: "Post \(thread) & <more>",
                    senderID: "s\(thread)-\(index)",
                    parentID: index > 0 && random.next(2) == 0 ? "s\(thread)-\(random.next(index))" : nil,
                    name: ["Tom & <Jerry>", "=cmd|' /C'!A0", "&lt;b&gt;", "@x, \"y\"", "\u{FFFE}]]>"][random.next(5)]
                        + " \(index)",
                    email: "t\(index)@example.com",
                    website: ["https://w.example/?a=1&copy=2", "https://w.example/?a=&amp;b", nil][random.next(3)],
                    ip: "192.0.2.\(index)",
                    body: texts[random.next(texts.count)],
                    format: .auto,
                    submittedAt: time.adding(seconds: Int64(index)),
                    verdict: [.approved, .held, .spam, .trashed][random.next(4)]
                )
            }
            return (
                FeedPost(url: url, title: "Post \(thread) & <more>", published: time, isClosed: thread % 2 == 0),
                comments
            )
        }
    }

    private struct Numbers {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
    }
}
