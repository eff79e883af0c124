import Foundation
import Testing

@Suite("The moderator's desk")
struct DeskTests {
    /// Where a comment's id stands in the public outbox.
    private func places(of id: String, in site: TemporarySite) throws -> Set<String> {
        Set(
            try site.files("Outbox/public").filter {
                $0.key.contains(id) || String(decoding: $0.value, as: UTF8.self).contains(id)
            }.keys
        )
    }

    @Test(
        "a held comment is nowhere public; approving publishes it everywhere; holding it again takes it from everywhere"
    )
    func approveAndHold() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.drop("open")
        try site.drop("held", ["body": "Come to the Tombola!"])
        try site.drain()
        let row = try site.row(sender: "held")
        #expect(row.verdict == "held")
        #expect(row.symbols.contains("held_word"))
        #expect(try places(of: row.id, in: site).isEmpty)
        #expect(try decodeLines(Row.self, site.run("queue", "--json").output).map(\.id) == [row.id])

        #expect(try site.run("approve", row.id, "--by", "Desk", "--note", "A real one").status == 0)
        let published = try places(of: row.id, in: site)
        for place in [
            "comments/2025/post/\(row.id).json", "threads/2025/post.json", "pages/2025/post.html", "feeds/comments.rss",
            "feeds/comments.atom", "feeds/comments.json", "feeds/threads/2025/post.rss",
        ] {
            #expect(published.contains(place), "\(place)")
        }
        let approved = try site.row(sender: "held")
        #expect(approved.verdict == "approved")
        #expect(approved.decidedBy == "Desk")
        try site.verifyOutbox()

        #expect(try site.run("hold", row.id).status == 0)
        #expect(try places(of: row.id, in: site).isEmpty)
        try site.verifyOutbox()
    }

    @Test("a body is edited as it would have been sent, and not to nothing")
    func edit() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain()
        let id = try site.row(sender: "one").id
        func body() throws -> String? {
            let shown = try site.run("show", id, "--json").output
            return try (JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])?["body"] as? String
        }
        #expect(try site.run("edit", id, input: " cafe\u{301}\r\nnoir\u{7} \n").status == 0)
        #expect(try body() == "caf\u{E9}\nnoir")
        #expect(try site.run("edit", id, input: " \u{200B}\n").status == 65)
        #expect(try body() == "caf\u{E9}\nnoir")
        #expect(try site.run("undo").status == 0)
        #expect(try body() == "What one says.")
    }

    @Test("restore gives back the verdict from before spam and trash", arguments: ["spam", "trash"])
    func restore(act: String) throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain()
        let id = try site.row(sender: "one").id
        try site.run(act, id)
        #expect(try site.row(sender: "one").verdict == (act == "trash" ? "trashed" : "spam"))
        #expect(try places(of: id, in: site).isEmpty)
        try site.run("restore", id)
        #expect(try site.row(sender: "one").verdict == "approved")
        #expect(try !places(of: id, in: site).isEmpty)
    }

    @Test("answering a notice by mail acts, once, and for a moderator alone")
    func mailReply() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.drop("held", ["body": "tombola"])
        try site.drain()
        let notice = try #require(try site.files("Outbox/mail/new").values.first)
        let quoted = String(decoding: notice, as: UTF8.self).replacing("=\n", with: "")
            .split(separator: "\n").map { "> " + $0 }.joined(separator: "\n")
        func answer(from sender: String) -> String { "From: \(sender)\nSubject: Re: held\n\napprove\n\n\(quoted)\n" }
        try site.drop("1.eml", answer(from: "eve@elsewhere.example"))
        #expect(try site.drain().rejected == 1)
        #expect(try site.row(sender: "held").verdict == "held")
        try site.drop("2.eml", answer(from: "The Desk <desk@blog.example>"))
        #expect(try site.drain().actions == 1)
        #expect(try site.row(sender: "held").verdict == "approved")
        try site.drop("3.eml", answer(from: "desk@blog.example") + "again\n")
        #expect(try site.drain().rejected == 1)
        try site.drop("4.eml", "no header at all\n")
        try site.drain()
        #expect(site.exists("Outbox/rejected/4.eml"))
        try site.verifyOutbox()
    }

    @Test("undo takes back the latest act, and undoes nothing twice")
    func undo() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain()
        let id = try site.row(sender: "one").id
        let before = try site.files("Outbox/public")
        try site.run("spam", id)
        #expect(try site.run("undo").status == 0)
        #expect(try site.row(sender: "one").verdict == "approved")
        #expect(try site.files("Outbox/public").keys == before.keys)
        #expect(try site.run("undo").status == 65)
        try site.verifyOutbox()
    }

    @Test("selectors choose many, and want --yes where no terminal asks")
    func selectors() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        for number in 0..<4 {
            try site.drop("t\(number)", ["body": "tombola \(number)", "name": number < 3 ? "Ann" : "Bo"])
        }
        try site.drain()
        #expect(try site.run("approve", "--author", "Ann").status == 64)
        #expect(try site.rows("--verdict", "held").count == 4)
        #expect(try site.run("approve", "--author", "Ann", "--yes").status == 0)
        #expect(try site.rows("--verdict", "held").map(\.name) == ["Bo"])
        #expect(try site.rows("--verdict", "held", "--finding", "held_word", "--thread", "2025/post").count == 1)
        #expect(try site.rows("--limit", "2").count == 2)
        #expect(try site.rows("--since", "2999-01-01").isEmpty)
    }

    @Test("a reply stays when what it answers is withdrawn, and never names it")
    func tombstone() throws {
        let site = try TemporarySite()
        try site.drop("question")
        try site.drop("answer", ["parent": "question"])
        try site.drain()
        let question = try site.row(sender: "question")
        let answer = try site.row(sender: "answer")
        try site.run("trash", question.id)
        let thread = try site.read("Outbox/public/threads/2025/post.json")
        #expect(thread.contains(answer.id))
        #expect(!thread.contains("Ada question"))
        #expect(!thread.contains("What question says."))
        let item = try site.object("Outbox/public/comments/2025/post/\(answer.id).json")
        #expect(item["parent"] as? String != question.id)
        try site.verifyOutbox()
    }

    @Test("approving one comment lets its author's next ones through, under the defaults")
    func previouslyApproved() throws {
        let site = try TemporarySite()
        try site.write("site: {url: 'https://blog.example/'}\nflood: {interval: 0s}\n", to: "moderato.yaml")
        let ann = ["name": "Ann", "email": "ann@readers.example"]
        try site.drop("first", ann.merging(["body": "First."]) { $1 })
        try site.drain()
        let first = try site.row(sender: "first")
        #expect(first.verdict == "held")
        try site.run("approve", first.id)
        try site.drop("second", ann.merging(["body": "Second."]) { $1 })
        try site.drain()
        #expect(try site.row(sender: "second").verdict == "approved")
    }

    @Test("show and explain say why, of a comment and of a file that is not dropped yet")
    func explained() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.drop("held", ["body": "tombola"])
        try site.drain()
        let id = try site.row(sender: "held").id
        #expect(try site.run("show", id).output.contains("tombola"))
        #expect(try site.run("explain", id).output.contains("held_word"))
        try TemporarySite.comment("later", ["body": "Another tombola"]).write(
            to: URL(fileURLWithPath: site.path("later.json"))
        )
        let explanation = try site.run("explain", site.path("later.json"), "--json")
        #expect(explanation.status == 0, "\(explanation.errors)")
        #expect(explanation.output.contains("held_word"))
        #expect(try site.rows().count == 1)

        try TemporarySite.comment("held", ["body": "tombola"]).write(to: URL(fileURLWithPath: site.path("held.json")))
        #expect(
            try site.run("explain", site.path("held.json")).output.contains("duplicate"),
            "a file that was delivered"
        )
    }
}
