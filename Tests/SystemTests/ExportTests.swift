import Foundation
import Testing

@Suite("Export")
struct ExportTests {
    /// A site with a bit of everything.
    private func site() throws -> TemporarySite {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.write("casino\n", to: "Rules/words/block.txt")
        try site.drop("a", ["title": "A post", "ip": "192.0.2.9", "website": "https://ada.example/"])
        try site.drop("b", ["parent": "a", "body": "<b>Bold</b> & <script>x</script> ]]> \u{1F600}\nnew line"])
        try site.drop("c", ["thread": "2025/other", "body": "A *star*", "format": "markdown"])
        try site.drop("d", ["thread": "2025/other", "body": "tombola, \"quoted\""])
        try site.drop("e", ["thread": "2025/other", "body": "casino"])
        try site.drop("f", ["thread": "2025/other", "body": " "])
        try site.drain()
        return site
    }

    private func export(_ site: TemporarySite, _ arguments: String...) throws -> String {
        let outcome = try site.start(["export"] + arguments).wait()
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test(
        "export, import into a new site, export: the same bytes",
        arguments: [("wxr", "x.xml"), ("jsonl", "x.jsonl"), ("csv", "x.csv"), ("disqus", "x.xml")],
        [true, false]
    )
    func roundTrip(format: (name: String, file: String), isPrivate: Bool) throws {
        let flags = isPrivate ? ["--private"] : []
        let source = try site()
        let first = try source.start(["export", "--format", format.name] + flags).wait().output
        #expect(first.contains("Ada a"))
        let fresh = try TemporarySite()
        try fresh.write(first, to: format.file)
        let imported = try fresh.run("import", fresh.path(format.file))
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output.contains("5 comments"))
        #expect(try fresh.start(["export", "--format", format.name] + flags).wait().output == first)
        try fresh.verifyOutbox()
    }

    /// Comments of hostile pieces in all formats, as lines to be imported.
    private static func hostileLines(seed: Int) throws -> String {
        let pieces = [
            "]]>", "<b>x</b>", "&amp;", "&", "<script>alert(1)</script>", "\0", "\u{7}", "\u{B}", "\u{FFFE}", "\r",
            "\r\n", "\t",
            "\u{1F600}", "é", "=1+1", "'", "\"", "<a href='/r'>r</a>", "[x](javascript:alert(1))", "<!--", "<![CDATA[",
            "\u{2028}",
            "\u{FEFF}", "&#0;", "&bogus;", "%", "\n\n", "*em*", "`code`", "<p>", "</p>", " word ",
        ]
        var state = UInt64(seed)
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        func text(_ most: Int) -> String { (0...next(most)).map { _ in pieces[next(pieces.count)] }.joined() }
        return try (0..<80).map { number in
            var comment: [String: Any] = [
                "thread": ["https://blog.example/a", "https://blog.example/b?x[]=1&y=%25"][next(2)], "title": text(3),
                "id": "\(number)", "name": text(4), "body": "x " + text(12),
                "format": ["auto", "text", "html", "markdown"][next(4)],
                "submittedAt": "2020-01-\(10 + next(18))T0\(next(10)):00:00Z",
                "verdict": ["approved", "held", "spam", "trashed"][next(4)],
            ]
            if number > 0, next(3) == 0 { comment["parent"] = "\(next(number))" }
            return String(decoding: try JSONSerialization.data(withJSONObject: comment), as: UTF8.self)
        }.joined(separator: "\n")
    }

    @Test("hostile texts come back as they went, too", arguments: ["wxr", "disqus", "csv", "jsonl"], [1, 2])
    func hostile(format: String, seed: Int) throws {
        let source = try TemporarySite()
        try source.write(Self.hostileLines(seed: seed), to: "x.jsonl")
        let outcome = try source.run("import", source.path("x.jsonl"))
        #expect(outcome.status == 0 && outcome.output.contains("80 comments"), "\(outcome.everything)")
        try source.verifyOutbox()
        let first = try export(source, "--format", format, "--private")
        let fresh = try TemporarySite()
        try fresh.write(first, to: "x")
        #expect(try fresh.run("import", fresh.path("x")).output.contains("80 comments"))
        #expect(try export(fresh, "--format", format, "--private") == first)
    }

    @Test(
        "e-mail and IP addresses leave with --private only",
        arguments: ["rss", "atom", "jsonfeed", "wxr", "disqus", "csv", "jsonl"]
    )
    func privacy(format: String) throws {
        let site = try site()
        let text = try export(site, "--format", format)
        #expect(text.contains("Ada a"))
        #expect(!text.contains("@readers.example"))
        #expect(!text.contains("192.0.2.9"))
        guard !["rss", "atom", "jsonfeed"].contains(format) else { return }
        let whole = try export(site, "--format", format, "--private")
        #expect(whole.contains("a@readers.example"))
        #expect(whole.contains("192.0.2.9"))
    }

    @Test("a feed has the approved comments, newest first", arguments: ["rss", "atom", "jsonfeed"])
    func feeds(format: String) throws {
        let site = try site()
        let text = try export(site, "--format", format)
        let read = try site.run("feed", "read", "--entries", "-", input: text)
        #expect(read.status == 0, "\(read.errors)")
        let lines = read.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.contains("Ada c") == true)
        #expect(lines.last?.contains("Ada a") == true)
    }

    @Test("thread, verdict and time choose")
    func choice() throws {
        let site = try site()
        func count(_ arguments: String...) throws -> Int {
            let outcome = try site.start(["export", "--format", "jsonl"] + arguments).wait()
            return outcome.output.split(separator: "\n").count
        }
        #expect(try count() == 5)
        #expect(try count("--thread", "2025/post") == 2)
        #expect(try count("--verdict", "held") == 1)
        #expect(try count("--verdict", "held", "--verdict", "trashed") == 2)
        #expect(try count("--since", "2000-01-01") == 5)
        #expect(try count("--since", "2999-01-01") == 0)
    }

    @Test("an answer whose parent is left out stands alone")
    func parents() throws {
        let site = try site()
        #expect(try site.run("hold", site.row(sender: "a").id).status == 0)
        let text = try export(site, "--format", "jsonl", "--verdict", "approved", "--thread", "2025/post")
        #expect(text.contains("\"id\":\"b\""))
        #expect(!text.contains("\"parent\""))
    }
}
