import Foundation
import Testing

@Suite("Outbox and ledger agree")
struct OutboxTests {
    /// A site with some of everything.
    private func busySite(_ settings: String = "") throws -> TemporarySite {
        let site = try TemporarySite(settings)
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        for number in 0..<30 {
            try site.drop(
                "c\(number)",
                [
                    "thread": ["2025/post", "2024/a-b_c", "https://blog.example/?p=\(number % 3)", "/"][number % 4],
                    "body": number % 9 == 5 ? "tombola \(number)" : "Body **\(number)** 'quoted' -- é 春",
                ]
            )
        }
        try site.drop("bad.json", "{\"thread\":")
        try site.drop("poor.json", "{\"thread\":\"2025/post\"}")
        try site.drain()
        return site
    }

    @Test("rebuild writes the same bytes, and verify finds nothing")
    func rebuild() throws {
        let site = try busySite("outbox: {pageSize: 3}\n")
        try site.verifyOutbox()
        let before = try site.files("Outbox/public")
        #expect(before.keys.contains { $0.hasSuffix(".2.json") })
        #expect(try site.run("outbox", "rebuild").status == 0)
        let after = try site.files("Outbox/public")
        #expect(before.keys.sorted() == after.keys.sorted())
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    }

    @Test("rebuild from nothing writes the same bytes")
    func fromNothing() throws {
        let site = try busySite()
        let before = try site.files("Outbox/public")
        let rejected = try site.files("Outbox/rejected")
        try FileManager.default.removeItem(atPath: site.path("Outbox/public"))
        #expect(try site.run("outbox", "verify").status == 1)
        #expect(try site.run("outbox", "rebuild").status == 0)
        #expect(try site.files("Outbox/public") == before)
        #expect(try site.files("Outbox/rejected") == rejected)
        try site.verifyOutbox()
    }

    @Test("an item is written also where the dispatches of its page come in a later round")
    func rounds() throws {
        let site = try TemporarySite()
        for number in 0..<250 { try site.drop("c\(number)", ["thread": "2025/post-\(number)"]) }
        try site.drain()
        let before = try site.files("Outbox/public")
        #expect(before.keys.count { $0.hasPrefix("comments/") } == 250)
        try FileManager.default.removeItem(atPath: site.path("Outbox/public"))
        // A round of 200 dispatches: all of items, which come before those of pages.
        #expect(try site.run("outbox", "rebuild", environment: ["MODERATO_BATCH": "1"]).status == 0)
        #expect(try site.files("Outbox/public") == before)
    }

    @Test("verify lists what was changed, is missing, or should not be there")
    func verify() throws {
        let site = try busySite()
        let names = try site.files("Outbox/public").keys.sorted()
        let item = try #require(names.first { $0.hasPrefix("comments/") })
        let page = try #require(names.first { $0.hasPrefix("pages/") })
        try FileManager.default.removeItem(atPath: site.path("Outbox/public/" + item))
        try site.write("changed", to: "Outbox/public/" + page)
        try site.write("{}", to: "Outbox/public/comments/2025/post/stray.json")
        let outcome = try site.run("outbox", "verify")
        #expect(outcome.status == 1)
        for name in [item, page, "stray.json"] { #expect(outcome.output.contains(name), "\(name)") }
        try site.run("outbox", "rebuild")
        try site.verifyOutbox()
    }

    @Test("a run with nothing to do writes nothing public")
    func idle() throws {
        let site = try busySite()
        func times() throws -> [String: Date] {
            try site.files("Outbox/public").keys.reduce(into: [:]) { times, name in
                let attributes = try FileManager.default.attributesOfItem(atPath: site.path("Outbox/public/" + name))
                times[name] = attributes[.modificationDate] as? Date
            }
        }
        let before = try times()
        usleep(20_000)
        try site.drain()
        #expect(try times() == before)
    }

    @Test("pages hold pageSize top-level comments, oldest first, and a new comment leaves earlier pages alone")
    func pages() throws {
        let site = try TemporarySite("outbox: {pageSize: 4}\n")
        for number in 0..<10 { try site.drop("p\(number)") }
        try site.drain()
        let first = try site.object("Outbox/public/threads/2025/post.json")
        #expect(first["pages"] as? Int == 3)
        #expect((first["comments"] as? [Any])?.count == 4)
        let second = try Data(contentsOf: URL(fileURLWithPath: site.path("Outbox/public/threads/2025/post.2.json")))
        try site.drop("p10")
        try site.drain()
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: site.path("Outbox/public/threads/2025/post.2.json"))) == second
        )
        #expect((try site.object("Outbox/public/threads/2025/post.3.json")["comments"] as? [Any])?.count == 3)
    }

    @Test("slugs are what a site's generator computes, and never leave the outbox")
    func slugs() throws {
        let site = try TemporarySite()
        let threads = [
            "https://blog.example/2024/foo-bar/": "2024/foo-bar", "https://blog.example/": "_",
            "https://blog.example/../../etc/passwd": nil, "https://blog.example/a%2F..%2F..%2Fb": nil,
            "https://blog.example/%2e%2e/%2e%2e/x": nil, "https://blog.example/.hidden": nil,
        ]
        for (number, thread) in threads.keys.sorted().enumerated() { try site.drop("s\(number)", ["thread": thread]) }
        try site.drain()
        let written = try site.files("Outbox/public").keys.filter { $0.hasPrefix("threads/") }
        for slug in threads.values.compactMap({ $0 }) { #expect(written.contains("threads/\(slug).json"), "\(slug)") }
        for name in written { #expect(!name.contains("..") && !name.contains("/."), "\(name)") }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.root.deletingLastPathComponent().path)
                == ["site"]
        )
    }

    @Test("pages stay as the ledger says whatever comes and goes on them", arguments: [1, 2, 3])
    func pagesThatGrowAndShrink(pageSize: Int) throws {
        let site = try TemporarySite("outbox: {pageSize: \(pageSize)}\n")
        for number in 0..<8 {
            try site.drop("p\(number)", number % 3 == 2 ? ["parent": "p\(number - 1)"] : [:])
            try site.drain()
            try site.verifyOutbox()
        }
        for (act, sender) in [("trash", "p7"), ("trash", "p0"), ("spam", "p4"), ("restore", "p0"), ("approve", "p7")] {
            try site.run(act, try site.row(sender: sender).id)
            try site.verifyOutbox()
        }
    }

    @Test(
        "verify finds what is no file in the place of one, and rebuild mends it",
        arguments: ["folder", "link", "pipe"]
    )
    func otherThanFiles(kind: String) throws {
        let site = try busySite()
        let path = site.path("Outbox/public/threads.json")
        let before = try site.read("Outbox/public/threads.json")
        let elsewhere = site.path("elsewhere")
        try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
        switch kind {
        case "folder": try site.write("", to: "Outbox/public/threads.json/stray")
        case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
        default: try #require(mkfifo(path, 0o600) == 0)
        }
        let outcome = try site.run("outbox", "verify")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("different: public/threads.json"))
        #expect(try site.run("outbox", "rebuild").status == 0)
        #expect(try site.read("Outbox/public/threads.json") == before)
        try site.verifyOutbox()
    }

    @Test("a file in the place of a folder is no obstacle to rebuild")
    func fileForFolder() throws {
        let site = try busySite()
        try FileManager.default.removeItem(atPath: site.path("Outbox/public/threads"))
        try site.write("", to: "Outbox/public/threads")
        #expect(try site.run("outbox", "rebuild").status == 0)
        try site.verifyOutbox()
    }

    @Test(
        "after other settings or templates the next run writes the outbox anew, and leaves the owner's files",
        arguments: [
            "outbox: {pageSize: 2}\n", "outbox: {items: none}\n", "feeds: {items: 4}\n", "feeds: {archives: false}\n",
        ]
    )
    func otherSettings(settings: String) throws {
        let site = try busySite("feeds: {items: 3}\n")
        try site.write("mine", to: "Outbox/public/robots.txt")
        try site.configure(settings)
        try site.drain()
        #expect(try site.run("outbox", "verify").output == "surplus: public/robots.txt\n")
        try site.configure(settings)
        try site.write("{{{html}}}", to: "Templates/comment.mustache")
        try site.drain()
        #expect(try site.run("outbox", "verify").output == "surplus: public/robots.txt\n")
    }

    @Test("a template with an error ends a run with 78; what came is recorded, and written once it is mended")
    func brokenTemplate() throws {
        let site = try TemporarySite()
        try site.write("{{#hasComments}}", to: "Templates/comments.mustache")
        try site.drop("one")
        let outcome = try site.run("run")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("Templates/comments.mustache:1"))
        #expect(try site.row(sender: "one").verdict == "approved")
        try FileManager.default.removeItem(atPath: site.path("Templates/comments.mustache"))
        try site.drain()
        try site.verifyOutbox()
    }

    @Test("deliveries whose problems would stand in each other's place get names of their own")
    func namesakes() throws {
        let site = try TemporarySite()
        for name in ["note", "note.json", "note.json.json"] { try site.drop(name, "{") }
        try site.drain()
        #expect(try site.files("Outbox/rejected").count == 6)
        try site.verifyOutbox()
    }

    @Test("notify.held: each writes a message for each comment")
    func eachHeld() throws {
        let site = try TemporarySite("notify: {held: each}\n")
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        for number in 0..<3 { try site.drop("h\(number)", ["body": "tombola \(number)"]) }
        try site.drain()
        #expect(try site.files("Outbox/mail/new").count == 3)
    }

    @Test("approvals are told once, to the moderators, and outcomes to authors whose address is proven")
    func outcomes() throws {
        let site = try TemporarySite("notify: {approved: on, author: on}\n")
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        let token = try site.run("author", "token", "--email", "ada@readers.example").output
            .trimmingCharacters(in: .whitespacesAndNewlines)
        func recipients() throws -> [String] {
            try site.files("Outbox/mail/new").values.flatMap { message in
                String(decoding: message, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("To: ") }
            }.map { String($0.dropFirst(4)) }.sorted()
        }
        let proven = ["email": "ada@readers.example", "authorToken": token]
        try site.drop("open")
        try site.drop("proven", proven.merging(["body": "Mine."]) { $1 })
        try site.drain()
        #expect(try recipients() == ["ada@readers.example", "desk@blog.example", "desk@blog.example"])
        try site.drop("again", proven.merging(["body": "Mine."]) { $1 })
        try site.drain()
        #expect(try recipients().filter { $0 == "ada@readers.example" }.count == 2)

        try site.drop("held", ["body": "tombola"])
        try site.drain()
        let before = try recipients().count
        let id = try site.row(sender: "held").id
        for act in ["approve", "trash", "restore"] { try site.run(act, id) }
        #expect(try recipients().count == before + 1)
    }

    @Test("a run that fails says so in the status files")
    func failure() throws {
        let site = try busySite()
        try site.write("---\nbody: [", to: "Rules/broken.yaml")
        try site.drop("late")
        #expect(try site.run("run").status == 78)
        let error = try #require(try site.object("Outbox/status/status.json")["lastError"] as? [String: Any])
        #expect((error["message"] as? String)?.contains("broken.yaml") == true)
    }

    @Test("the digest for the moderators is a message in the Maildir, without a header from the outside")
    func digest() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.drop("held", ["body": "tombola", "name": "Eve\r\nBcc: victim@elsewhere.example"])
        try site.drain()
        let messages = try site.files("Outbox/mail")
        #expect(messages.count == 1)
        let message = String(decoding: try #require(messages.values.first), as: UTF8.self)
        #expect(messages.keys.allSatisfy { $0.hasPrefix("new/") })
        let headers = message.components(separatedBy: message.contains("\r\n\r\n") ? "\r\n\r\n" : "\n\n")[0]
        #expect(headers.contains("To: desk@blog.example"))
        #expect(headers.contains("Auto-Submitted: auto-generated"))
        #expect(!headers.split(whereSeparator: \.isNewline).contains { $0.lowercased().hasPrefix("bcc") })
    }

    @Test(
        "a thread's feed has archives of its own, which change when what they hold does",
        arguments: ["files", "threads", "none"]
    )
    func threadArchives(items: String) throws {
        let site = try TemporarySite("feeds: {items: 2}\noutbox: {items: \(items)}\n")
        func authors(_ path: String) throws -> [String] {
            let feed = try site.object("Outbox/public/feeds/\(path).json")
            let items = feed["items"] as? [[String: Any]] ?? []
            return items.compactMap { ($0["authors"] as? [[String: Any]])?.first?["name"] as? String }
        }
        for name in ["a", "b", "c", "d", "e"] {
            try site.drop(name)
            try site.drop("other-\(name)", ["thread": "2025/other"])
            try site.drain()
        }
        #expect(try authors("threads/2025/post") == ["Ada e", "Ada d"])
        #expect(try authors("archive/threads/2025/post.2") == ["Ada d", "Ada c"])
        #expect(try authors("archive/threads/2025/post.1") == ["Ada b", "Ada a"])
        #expect(!site.exists("Outbox/public/feeds/archive/threads/2025/post.3.json"))
        let current = try site.read("Outbox/public/feeds/threads/2025/post.atom")
        #expect(
            current.contains(
                #"rel="prev-archive" href="https://blog.example/comments/feeds/archive/threads/2025/post.2.atom""#
            )
        )
        let second = try site.read("Outbox/public/feeds/archive/threads/2025/post.2.atom")
        #expect(second.contains(#"rel="current" href="https://blog.example/comments/feeds/threads/2025/post.atom""#))
        #expect(second.contains("post.1.atom") && second.contains("<fh:archive/>"))
        try site.verifyOutbox()

        #expect(try site.run("spam", site.row(sender: "a").id).status == 0)
        #expect(try authors("archive/threads/2025/post.1") == ["Ada b"])
        #expect(try site.read("Outbox/public/feeds/archive/threads/2025/post.2.atom") == second)
        try site.verifyOutbox()

        try site.configure("feeds: {items: 3}\noutbox: {items: \(items)}\n")
        try site.drop("f")
        try site.drain()
        #expect(try authors("archive/threads/2025/post.1") == ["Ada c", "Ada b"])
        #expect(!site.exists("Outbox/public/feeds/archive/threads/2025/post.2.json"))
        #expect(try site.run("outbox", "rebuild").status == 0)
        try site.verifyOutbox()
    }
}
