import Foundation
import GRDB
import Testing

@Suite("Import")
struct ImportTests {
    @Test("WordPress's verdicts, parents, dates, names and posts are taken over, and nobody gets mail of it")
    func wordpress() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        let outcome = try site.run("import", site.path("export.xml"), "--report")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("4 comments: 2 approved, 1 held, 1 spam"))
        #expect(outcome.output.contains("skipped 5: it is a pingback"))
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "approved", "spam", "held"])
        #expect(rows.allSatisfy { $0.decidedBy == "import" })
        #expect(rows[0].name == "Ann & Bo")
        #expect(rows[0].submittedAt == "2015-03-01T10:00:00Z")
        #expect(rows[1].parent == rows[0].id)
        let thread = try site.object("Outbox/public/threads/2015/hello.json")
        #expect(thread["title"] as? String == "Hello & welcome")
        #expect(thread["closed"] as? Bool == true)
        #expect(try site.files("Outbox/mail").isEmpty)
        try site.verifyOutbox()
    }

    @Test("importing again changes nothing, also when the file has grown or comes under another name")
    func again() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        #expect(try site.run("import", site.path("export.xml")).status == 0)
        let before = try site.rows().map(\.id)
        #expect(try site.run("import", site.path("export.xml")).output.contains("imported before"))
        let more = Exports.comment(6, "Eve", "Later.", at: "2015-03-06 10:00:00", parent: 2)
        try site.write(Exports.wxr.replacing("</item>\n<item>", with: more + "</item>\n<item>"), to: "later.xml")
        let grown = try site.run("import", site.path("later.xml"))
        #expect(grown.output.contains("1 comment: 1 approved"))
        #expect(grown.output.contains("4 comments were here already"))
        #expect(try site.rows().dropLast().map(\.id) == before)
    }

    @Test(
        "an answer hangs under what it answers though the export has it first; a ring and an unknown parent leave all in place"
    )
    func order() throws {
        let site = try TemporarySite()
        let comments = [
            Exports.comment(10, "Child", "I answer.", at: "2015-03-02 10:00:00", parent: 11),
            Exports.comment(11, "Parent", "I ask.", at: "2015-03-01 10:00:00"),
            Exports.comment(12, "Ring a", "Who is first?", at: "2015-03-03 10:00:00", parent: 13),
            Exports.comment(13, "Ring b", "Not me.", at: "2015-03-04 10:00:00", parent: 12),
            Exports.comment(14, "Self", "I answer myself.", at: "2015-03-05 10:00:00", parent: 14),
            Exports.comment(15, "Orphan", "To whom?", at: "2015-03-06 10:00:00", parent: 99),
        ]
        try site.write(
            """
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><link>https://blog.example/a/</link>
            <wp:status>publish</wp:status>\(comments.joined())</item></channel></rss>
            """,
            to: "export.xml"
        )
        #expect(try site.run("import", site.path("export.xml")).status == 0)
        let parent = try site.row(sender: "11")
        #expect(try site.row(sender: "10").parent == parent.id)
        #expect(try site.row(sender: "12").parent == site.row(sender: "13").id)
        for id in ["13", "14", "15"] {
            #expect(try site.row(sender: id).parent == nil)
            #expect(try site.row(sender: id).symbols == ["imported", "unknown_parent"])
        }
        try site.verifyOutbox()
    }

    @Test(
        "feeds have the newest first by date, whatever the order of the file, and what is older than the site's own comments comes after them"
    )
    func newestFirst() throws {
        let site = try TemporarySite("feeds: {items: 2}\n")
        for name in ["x", "y", "z"] {
            try site.drop(name)
            try site.drain()
        }
        let item = { (post: String, comments: [String]) in
            "<item><link>https://blog.example/\(post)/</link><wp:status>publish</wp:status>\(comments.joined())</item>"
        }
        let posts = [
            item(
                "a",
                [
                    Exports.comment(1, "A", "Newer.", at: "2015-03-04 10:00:00"),
                    Exports.comment(2, "B", "Oldest.", at: "2015-03-01 10:00:00"),
                ]
            ),
            item(
                "b",
                [
                    Exports.comment(3, "C", "Newest.", at: "2015-03-05 10:00:00"),
                    Exports.comment(4, "D", "Older.", at: "2015-03-02 10:00:00"),
                ]
            ),
        ]
        try site.write(
            "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\(posts.joined())</channel></rss>",
            to: "export.xml"
        )
        #expect(try site.run("import", site.path("export.xml")).status == 0)
        func authors(_ path: String) throws -> [String] {
            let feed = try site.object("Outbox/public/feeds/\(path).json")
            let items = feed["items"] as? [[String: Any]] ?? []
            return items.compactMap { ($0["authors"] as? [[String: Any]])?.first?["name"] as? String }
        }
        #expect(try authors("comments") == ["Ada z", "Ada y"])
        #expect(try authors("archive/comments.3") == ["Ada y", "Ada x"])
        #expect(try authors("archive/comments.2") == ["C", "A"])
        #expect(try authors("archive/comments.1") == ["D", "B"])
        #expect(try authors("threads/a") == ["A", "B"])
        try site.verifyOutbox()
    }

    @Test("the report as JSON names what was taken, known and left out")
    func json() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        let lines = try site.run("import", site.path("export.xml"), "--json", "--report").output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.contains(#"{"id":"1","imported":"approved"}"#))
        #expect(lines.contains(#"{"id":"5","skipped":"it is a pingback"}"#))
        let report = try #require(JSONSerialization.jsonObject(with: Data(lines[5].utf8)) as? [String: Any])
        #expect(report["comments"] as? Int == 4)
        #expect((report["imported"] as? [String: Int])?["spam"] == 1)
        #expect((report["skipped"] as? [[String: Any]])?.first?["count"] as? Int == 1)
        let again = try site.run("import", site.path("export.xml"), "--json").output
        #expect(again.contains(#""repeated":true"#) && again.contains(#""comments":0"#))
    }

    @Test("with --verdict judge the file's verdicts count for nothing, nor that its post is closed by now")
    func judged() throws {
        let site = try TemporarySite()
        try site.write("pills\n", to: "Rules/words/block.txt")
        try site.write(Exports.wxr.replacing("spam", with: "1"), to: "export.xml")
        #expect(try site.run("import", site.path("export.xml"), "--verdict", "judge").status == 0)
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "approved", "trashed", "approved"])
        #expect(rows.allSatisfy { $0.decidedBy == nil })
    }

    @Test("--as takes the comments or the posts alone")
    func kinds() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        #expect(try site.run("import", site.path("export.xml"), "--as", "posts").status == 0)
        #expect(try site.rows().isEmpty)
        #expect(try site.run("threads", "list").output.contains("Quiet"))
        #expect(try site.run("import", site.path("export.xml"), "--as", "comments").status == 0)
        #expect(try site.rows().count == 4)
    }

    @Test("threads import reads WordPress's export, with dates, authors and what is closed")
    func threads() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        #expect(try site.run("threads", "import", site.path("export.xml")).output.contains("2 posts, 2 of them"))
        let listed = try site.run("threads", "list", "--json").output.split(separator: "\n")
        #expect(listed.count == 2)
        #expect(listed[0].contains("\"closed\":true") && listed[0].contains("2015-03-01T09:00:00Z"))
    }

    @Test(
        "answers hang under what they answer, also where the export has them first",
        arguments: [
            ("disqus.xml", Exports.disqus), ("remark42.json", Exports.remark42), ("commento.json", Exports.commento),
            ("comments.rss", Exports.commentsFeed),
        ]
    )
    func others(name: String, export: String) throws {
        let site = try TemporarySite()
        try site.write(export, to: name)
        let outcome = try site.run("import", site.path(name))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try site.rows()
        #expect(rows.map(\.name).first == "Ann")
        #expect(rows.count == 2)
        #expect(rows.last?.parent == rows.first?.id)
        #expect(rows.allSatisfy { $0.thread == "https://blog.example/a" })
    }

    @Test("CSV takes the columns that --map names")
    func csv() throws {
        let site = try TemporarySite()
        try site.write("page,who,when,what\r\n/a/,Ann,2020-01-01 10:00,\"One, two\"\r\n,Bo,,x\r\n", to: "c.csv")
        let map = ["thread=page", "name=who", "submittedAt=when", "body=what"].flatMap { ["--map", $0] }
        let outcome = try site.start(["import", site.path("c.csv"), "--verdict", "keep"] + map).wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 skipped: it names no thread"))
        #expect(try site.rows().map(\.name) == ["Ann"])
        let wrong = try site.run("import", site.path("c.csv"), "--map", "thread=nothing")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("nothing"))
    }

    @Test("Staticman's folder gives a thread a folder")
    func staticman() throws {
        let site = try TemporarySite()
        try site.write("_id: a1\nname: Ann\nmessage: One\ndate: 2020-01-01T10:00:00Z\n", to: "data/post-one/entry1.yml")
        try site.write(
            #"{"_id": "a2", "_parent": "a1", "name": "Bo", "message": "Two", "date": "2020-01-02T10:00:00Z"}"#,
            to: "data/post-one/entry2.json"
        )
        #expect(try site.run("import", site.path("data")).status == 0)
        let rows = try site.rows()
        #expect(rows.map(\.thread) == ["https://blog.example/post-one", "https://blog.example/post-one"])
        #expect(rows.last?.parent == rows.first?.id)
    }

    @Test("Isso's database is read, and left as it was")
    func isso() throws {
        let site = try TemporarySite()
        let path = site.path("comments.db")
        try DatabaseQueue(path: path).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
                    CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
                        modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR,
                        likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
                    INSERT INTO threads VALUES (1, '/a/', 'A');
                    INSERT INTO comments VALUES (1, 1, NULL, 1577836800.5, NULL, 1, '192.0.2.0', '*One*', 'Ann', 'ann@readers.example', NULL, 0, 0, x'00', 0);
                    INSERT INTO comments VALUES (1, 2, 1, 1577923200.0, NULL, 2, '192.0.2.0', 'Two', NULL, NULL, NULL, 0, 0, x'00', 0);
                    INSERT INTO comments VALUES (1, 3, NULL, 1577923201.0, NULL, 4, '192.0.2.0', '', NULL, NULL, NULL, 0, 0, x'00', 0);
                    """
            )
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let outcome = try site.run("import", path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 skipped: it was deleted, and its text with it"))
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "held"])
        #expect(rows[0].submittedAt == "2020-01-01T00:00:00.500Z")
        #expect(rows[1].parent == rows[0].id)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test("killed in the middle, it goes on where it was")
    func killed() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr(comments: 3000), to: "export.xml")
        for _ in 0..<3 {
            let running = try site.start(["import", site.path("export.xml")], environment: ["MODERATO_BATCH": "64"])
            let before = try site.rows("--limit", "3000").count
            for _ in 0..<400 {
                usleep(5000)
                if !running.process.isRunning || (try? site.rows("--limit", "3000").count > before) == true { break }
            }
            running.signal(SIGKILL)
            _ = running.wait()
        }
        let outcome = try site.run("import", site.path("export.xml"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ids = try site.rows().compactMap(\.senderId)
        #expect(ids.count == 3000)
        #expect(Set(ids).count == 3000)
        try site.verifyOutbox()
    }

    @Test("killed when all was recorded and only the outbox was missing, it writes that")
    func killedAtTheEnd() throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr(comments: 2000), to: "export.xml")
        let running = try site.start(["import", site.path("export.xml")])
        for _ in 0..<2000 {
            usleep(2000)
            if !running.process.isRunning || (try? site.rows("--limit", "2000").count == 2000) == true { break }
        }
        running.signal(SIGKILL)
        _ = running.wait()
        #expect(try site.run("import", site.path("export.xml")).status == 0)
        #expect(try site.rows("--limit", "3000").count == 2000)
        try site.verifyOutbox()
    }

    @Test(
        "what is no export is refused with what could be",
        arguments: ["", "just words", "<html><body>x</body></html>", "<rss><chan"]
    )
    func nothing(text: String) throws {
        let site = try TemporarySite()
        try site.write(text, to: "x")
        let outcome = try site.run("import", site.path("x"))
        #expect(outcome.status == 65)
        #expect(!outcome.errors.isEmpty)
        #expect(try site.rows().isEmpty)
    }

    @Test(
        "a packed export is refused with what unpacks it",
        arguments: [("gzip", "gunzip"), ("xz", "unxz"), ("bzip2", "bunzip2")]
    )
    func packed(packer: String, unpacker: String) throws {
        let site = try TemporarySite()
        try site.write(Exports.wxr, to: "export.xml")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [packer, site.path("export.xml")]
        try process.run()
        process.waitUntilExit()
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: site.root.path).first { $0.hasPrefix("export.xml.") }
        )
        let outcome = try site.run("import", site.path(name))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(packer) && outcome.errors.contains(unpacker))
    }

    @Test("an export that was cut off is taken as far as it goes, and said to be damaged")
    func damaged() throws {
        let site = try TemporarySite()
        try site.write(String(Exports.wxr.prefix(Exports.wxr.count * 2 / 3)), to: "export.xml")
        let outcome = try site.run("import", site.path("export.xml"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("damaged"))
        #expect(try !site.rows().isEmpty)
    }

    @Test(
        "WordPress's own samples are read",
        arguments: ["themeunittestdata.xml", "wxr-simple.xml", "valid-wxr-1.0.xml", "slashes.xml"]
    )
    func samples(name: String) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../shared/data/feeds/wxr/" + name
        ).standardized.path
        guard FileManager.default.fileExists(atPath: path) else {
            print("skipped: there is no \(path)")
            return
        }
        let site = try TemporarySite()
        let outcome = try site.run("import", path, "--report")
        #expect(outcome.status == 0, "\(outcome.errors)")
        if name == "themeunittestdata.xml" { #expect(try site.rows().count > 20) }
        try site.verifyOutbox()
    }
}
