import Foundation
import FoundationXML
import Testing

@Suite("The whole way of a comment")
struct WholeWayTests {
    @Test("a comment dropped is recorded, published everywhere and gone from the inbox")
    func oneComment() throws {
        let site = try TemporarySite()
        try site.drop(
            "first",
            [
                "thread": "http://Blog.Example/2025/post/#comments", "title": "A post", "website": "ada.example",
                "submittedAt": "2025-03-01T12:00:00Z", "body": "It <b>works</b>.\n\nIndeed & truly.",
            ]
        )
        let summary = try site.drain()
        #expect(summary.deliveries == 1)
        #expect(summary.comments == 1)
        #expect(summary.approved == 1)
        #expect(summary.waiting == 0)
        #expect(try site.inbox() == [])

        let row = try site.row(sender: "first")
        #expect(row.verdict == "approved")
        #expect(row.delivery == "first.json")
        #expect(row.thread == "https://blog.example/2025/post")
        #expect(row.name == "Ada first")
        #expect(row.website == "http://ada.example")
        #expect(row.submittedAt == "2025-03-01T12:00:00Z")
        #expect(row.id.utf8.count == 26)

        let item = try site.object("Outbox/public/comments/2025/post/\(row.id).json")
        #expect(item["id"] as? String == row.id)
        #expect(item["html"] as? String == "<p>It <b>works</b>.</p><p>Indeed &amp; truly.</p>")
        #expect((item["text"] as? String)?.contains("Indeed & truly.") == true)
        #expect(item["depth"] as? Int == 0)
        #expect((item["permalink"] as? String)?.hasSuffix("#comment-\(row.id)") == true)
        let author = try #require(item["author"] as? [String: Any])
        #expect(author["name"] as? String == "Ada first")
        #expect((author["key"] as? String)?.utf8.count == 16)

        let thread = try site.object("Outbox/public/threads/2025/post.json")
        #expect(thread["count"] as? Int == 1)
        #expect(thread["title"] as? String == "A post")
        #expect((thread["comments"] as? [[String: Any]])?.first?["id"] as? String == row.id)
        #expect(try site.read("Outbox/public/threads.json").contains(#""slug":"2025/post""#))
        #expect(try site.read("Outbox/public/pages/2025/post.html").contains("Ada first"))
        for feed in ["feeds/comments", "feeds/threads/2025/post"] {
            for kind in ["rss", "atom", "json"] {
                #expect(try site.read("Outbox/public/\(feed).\(kind)").contains(row.id), "\(feed).\(kind)")
            }
        }
        try site.verifyOutbox()
        #expect(try site.temporaryFiles() == [])
    }

    @Test("feeds are well-formed and valid JSON whatever people write")
    func wellFormedFeeds() throws {
        let site = try TemporarySite()
        let bodies = [
            "]]> & <b>bold", "\u{FFFE}\u{1}\u{202E}abc", "😀 <script>alert(1)</script> &#0; &nbsp;",
            "<p><li><a href='x'>",
        ]
        for (number, body) in bodies.enumerated() {
            try site.drop("odd\(number)", ["body": body, "name": "A & <B> \(number)"])
        }
        try site.drain()
        for name in ["comments", "threads/2025/post"] {
            for kind in ["rss", "atom"] {
                let parser = XMLParser(data: Data(try site.read("Outbox/public/feeds/\(name).\(kind)").utf8))
                #expect(parser.parse(), "\(name).\(kind): \(parser.parserError.map(String.init(describing:)) ?? "")")
            }
            _ = try site.object("Outbox/public/feeds/\(name).json")
        }
        #expect(try !site.read("Outbox/public/feeds/comments.rss").contains("<script"))
    }

    @Test("a reply hangs under what it answers, named by our id or by the sender's")
    func replies() throws {
        let site = try TemporarySite()
        try site.drop("question")
        try site.drop("answer", ["parent": "question"])
        try site.drain()
        let answer = try site.row(sender: "answer")
        #expect(answer.parent == (try site.row(sender: "question").id))
        try site.drop("thanks", ["parent": answer.id])
        try site.drain()
        let thread = try site.object("Outbox/public/threads/2025/post.json")
        #expect(thread["count"] as? Int == 3)
        #expect(thread["topLevel"] as? Int == 1)
        let top = try #require((thread["comments"] as? [[String: Any]])?.first)
        let reply = try #require((top["replies"] as? [[String: Any]])?.first)
        let last = try #require((reply["replies"] as? [[String: Any]])?.first)
        #expect(reply["id"] as? String == answer.id)
        #expect(last["depth"] as? Int == 2)
    }

    @Test("every kind of delivery gives the same comment")
    func kinds() throws {
        let site = try TemporarySite()
        let form = "comment_post_ID=2025%2Fpost&author=Ada+form&email=form%40readers.example&comment=What+form+says."
        let boundary = "----boundary7"
        let fields = [
            ("comment_post_ID", "2025/post"), ("author", "Ada multipart"), ("email", "m@readers.example"),
            ("comment", "What multipart says."),
        ]
        let multipart =
            fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
            .joined()
            + "--\(boundary)--\r\n"
        try site.drop("one.form", form)
        try site.drop("two.form", multipart)
        try site.drop(
            "three.json",
            Data("[".utf8) + TemporarySite.comment("array1") + Data(",".utf8) + TemporarySite.comment("array2")
                + Data("]".utf8)
        )
        try site.drop(
            "four.ndjson",
            TemporarySite.lines([TemporarySite.comment("line1"), TemporarySite.comment("line2")])
        )
        let summary = try site.drain()
        #expect(summary.deliveries == 4)
        #expect(summary.approved == 6)
        let names = try site.rows("--verdict", "approved").compactMap(\.name)
        #expect(Set(names) == ["Ada form", "Ada multipart", "Ada array1", "Ada array2", "Ada line1", "Ada line2"])
        for row in try site.rows() { #expect(row.thread == "https://blog.example/2025/post") }
    }

    @Test(
        "a form cannot set what only the owner's handler may",
        arguments: ["id=mine", "submittedAt=2001-01-01T00:00:00Z", "ip=192.0.2.1", "title=Owned"]
    )
    func formFields(field: String) throws {
        let site = try TemporarySite()
        try site.drop("a.form", "thread=2025%2Fpost&name=Eve&email=eve%40readers.example&body=Hello&" + field)
        try site.drain()
        let row = try #require(
            try decodeLines(Row.self, site.run("show", site.rows()[0].id, "--json", "--private").output).first
        )
        #expect(row.senderId == nil)
        #expect(row.ip == nil)
        #expect(row.submittedAt?.hasPrefix("2001") != true)
        #expect(try !site.read("Outbox/public/threads.json").contains("Owned"))
    }

    @Test("a comment with a filled honeypot is spam, one without required fields is rejected with every problem")
    func settledEarly() throws {
        let site = try TemporarySite()
        try site.drop("robot", ["website2": "http://spam.example"])
        try site.drop("empty", ["name": "", "email": "not an address", "body": " \u{200B} "])
        try site.drain()
        #expect(try site.row(sender: "robot").verdict == "spam")
        let refused = try site.row(sender: "empty")
        #expect(refused.verdict == "rejected")
        #expect(
            Set(refused.codes).isSuperset(of: ["require_name_email", "require_valid_email", "require_valid_comment"])
        )
        let kept = try site.files("Outbox/rejected")
        #expect(kept.keys.contains { $0.hasPrefix("empty") })
    }

    @Test("outbox.items: threads leaves out items, none leaves only feeds", arguments: ["threads", "none"])
    func itemsSetting(items: String) throws {
        let site = try TemporarySite("outbox: {items: \(items)}\n")
        try site.drop("one")
        try site.drain()
        let names = try site.files("Outbox/public").keys
        #expect(!names.contains { $0.hasPrefix("comments/") })
        #expect(names.contains("feeds/comments.rss"))
        #expect(names.contains("threads/2025/post.json") == (items == "threads"))
        try site.verifyOutbox()
    }

    @Test("a batch decides as single runs do")
    func batchOrSingle() throws {
        func delivery(_ number: Int) throws -> Data {
            try TemporarySite.comment(
                "c\(number)",
                [
                    "email": "p\(number % 3)@readers.example", "name": "P\(number % 3)", "body": "Body \(number % 7)",
                    "submittedAt": "2025-03-01T12:00:\(String(format: "%02d", number))Z",
                ]
            )
        }
        func verdicts(_ site: TemporarySite) throws -> [String] {
            try site.rows().map { "\($0.senderId ?? "") \($0.verdict) \($0.symbols)" }
        }
        let whole = try TemporarySite()
        let single = try TemporarySite()
        for site in [whole, single] {
            try site.write(
                TemporarySite.openSettings.replacing("interval: 0s", with: "interval: 15s"),
                to: "moderato.yaml"
            )
        }
        for number in 0..<40 {
            try whole.drop("c\(number).json", delivery(number))
            try single.drop("c\(number).json", delivery(number))
            if number % 5 == 4 { try single.drain() }
        }
        try whole.drain()
        let together = try verdicts(whole)
        #expect(together == (try verdicts(single)))
        #expect(Set(together.map { $0.split(separator: " ")[1] }).count > 1)
    }
}
