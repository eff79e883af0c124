import Foundation
import Testing

@Suite("What rules do beyond the verdict")
struct RuleEffectTests {
    private static let quiet = "notify:\n  held: off\n"

    private func letters(_ site: TemporarySite) throws -> [String] {
        try site.files("Outbox/mail/new").sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    @Test("a tag stays with the comment, is shown, and selects")
    func tag() throws {
        let site = try TemporarySite()
        try site.write(
            """
            body: "?"
            tag: question
            ---
            body: gone
            action: remove
            tag: goner
            """,
            to: "Rules/10.yaml"
        )
        try site.drop("asks", ["body": "What is this?"])
        try site.drop("says", ["body": "This is it."])
        try site.drop("goes", ["body": "gone"])
        try site.drain()
        let asks = try site.row(sender: "asks")
        #expect(asks.verdict == "approved")
        #expect(try site.run("show", asks.id).output.contains("tags         question\n"))
        #expect(try site.run("show", "--json", asks.id).output.contains(#""tags":["question"]"#))
        #expect(try site.rows("--finding", "tag:question").compactMap(\.senderId) == ["asks"])
        #expect(try site.rows("--finding", "tag:goner").compactMap(\.senderId) == ["goes"])
        #expect(try site.run("explain", asks.id).output.contains("Rule 10.yaml:1 tags it “question”."))
    }

    @Test("what would be approved and is reported waits for a moderator; what a rule removes stays removed")
    func report() throws {
        let site = try TemporarySite()
        try site.write(
            """
            body: editors
            action: report
            report_reason: for the editors
            ---
            body: pills
            action: remove
            """,
            to: "Rules/10.yaml"
        )
        try site.drop("one", ["body": "Dear editors"])
        try site.drop("two", ["body": "Dear editors, pills"])
        try site.drain()
        #expect(try site.row(sender: "one").verdict == "held")
        #expect(try site.row(sender: "one").symbols.contains("rule_report"))
        #expect(try site.row(sender: "two").verdict == "trashed")
    }

    @Test("a rule's mail to the moderators is written once, with its placeholders filled in")
    func modmail() throws {
        let site = try TemporarySite(Self.quiet)
        try site.write(
            """
            body (regex): 'tombola (\\d+)'
            modmail: "{{author}} plays {{match-2}}: {{body}}"
            modmail_subject: "Tombola by {{author}}"
            """,
            to: "Rules/10.yaml"
        )
        try site.drop("one", ["body": "tombola 42", "name": "Ada"])
        try site.drop("two", ["body": "no game"])
        try site.drain()
        let letters = try letters(site)
        let letter = try #require(letters.first)
        #expect(letters.count == 1)
        #expect(letter.contains("\nTo: desk@blog.example\n"))
        #expect(letter.contains("\nSubject: [A test's site] Tombola by Ada\n"))
        #expect(letter.contains("| Ada plays 42: tombola 42"))
        #expect(letter.contains("Auto-Submitted: auto-generated"))

        let names = try site.files("Outbox/mail/new").keys
        try site.drain()
        try site.drop("one", ["body": "tombola 42", "name": "Ada"])
        try site.run("outbox", "rebuild")
        #expect(try site.files("Outbox/mail/new").keys == names)
    }

    @Test("an author hears what the visitor wrote only where the address is proven, another at most once a day")
    func message() throws {
        let site = try TemporarySite(Self.quiet)
        try site.write(
            """
            body: tombola
            message: "Thank you, {{author}}! You wrote <{{body}}> on <{{title}}>, {{match}}."
            message_subject: "Your tombola, {{author}}"
            """,
            to: "Rules/10.yaml"
        )
        let fields = [
            "body": "tombola with Ada", "name": "Mallory", "email": "ada@readers.example", "title": "Visitors",
        ]
        try site.drop("one", fields)
        try site.drop("two", fields.merging(["body": "tombola again"]) { $1 })
        try site.drop("none", fields.merging(["body": "tombola", "email": ""]) { $1 })
        try site.drain()
        let unproven = try letters(site)
        #expect(unproven.count == 1)
        let letter = try #require(unproven.first)
        #expect(letter.contains("\nTo: ada@readers.example\n"))
        #expect(letter.contains("\nSubject: [A test's site] Your tombola,\n"))
        #expect(letter.contains("You wrote <> on <>, ."))
        for word in ["Mallory", "with Ada", "Visitors"] { #expect(!letter.contains(word)) }

        let token = try site.run("author", "token", "--email", "ada@readers.example").output
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let proven = fields.merging(["name": "Ada", "authorToken": token, "body": "tombola proven"]) { $1 }
        try site.drop("three", proven)
        try site.drain()
        #expect(try site.row(sender: "three").symbols.contains("verified_author"))
        #expect(try letters(site).count == 2)
        #expect(try letters(site).contains { $0.contains("Thank you, Ada! You wrote <tombola proven>") })
    }

    @Test("nobody writes to the sender of spam")
    func spam() throws {
        let site = try TemporarySite(Self.quiet)
        try site.write("body: pills\naction: spam\nmessage: Never again.\ncomment: Spam.\n", to: "Rules/10.yaml")
        try site.drop("one", ["body": "pills"])
        try site.drain()
        #expect(try site.row(sender: "one").verdict == "spam")
        #expect(try letters(site).isEmpty)
        #expect(try site.rows().count == 1)
    }

    @Test("a rule's reply waits for a moderator, and stands below the comment once approved")
    func comment() throws {
        let site = try TemporarySite(Self.quiet)
        try site.write("body: tombola\ncomment: \"See *the rules*, {{author}}.\"\n", to: "Rules/10.yaml")
        try site.drop("one", ["body": "tombola", "name": "Ada"])
        try site.drain()
        let one = try site.row(sender: "one")
        let reply = try #require(try site.rows("--verdict", "held").first)
        #expect(reply.parent == one.id)
        #expect(reply.name == "A test's site")
        #expect(reply.symbols == ["rule_answer"])
        #expect(!site.exists("Outbox/public/comments/2025/post/\(reply.id).json"))
        try site.run("recheck", "--apply")
        #expect(try site.rows("--verdict", "held").map(\.id) == [reply.id])
        #expect(try site.run("approve", reply.id).status == 0)
        let item = try site.read("Outbox/public/comments/2025/post/\(reply.id).json")
        #expect(item.contains(#""parent":"\#(one.id)""#))
        #expect(item.contains("<em>the rules</em>, Ada."))
        try site.verifyOutbox()
    }

    @Test("rules with an error end a run with 78; the inbox stays, and the moderators are told once")
    func refused() throws {
        let site = try TemporarySite()
        try site.write("body: [\naction: remove\n", to: "Rules/10.yaml")
        try site.drop("one")
        for _ in 0..<2 {
            let run = try site.run("run")
            #expect(run.status == 78)
            #expect(run.errors.contains("10.yaml:"))
            #expect(try site.inbox() == ["one.json"])
        }
        let letters = try letters(site)
        #expect(letters.count == 1)
        #expect(letters.first?.contains("Trouble: ") == true)
        #expect(letters.first?.contains("10.yaml:") == true)
        try site.write("body: tombola\naction: remove\n", to: "Rules/10.yaml")
        #expect(try site.drain().approved == 1)
    }

    @Test(
        "tests that fail and weights that can't be read end a run with 78 also where no comment waits",
        arguments: [
            ("Rules/tests/10.yaml", "comment: {body: hello}\nexpect: {verdict: spam}\n", "tests/10.yaml:1:"),
            ("Rules/spam/heuristics.yaml", "prior: much\n", "heuristics.yaml: line 1"),
        ]
    )
    func refusedWhileIdle(path: String, text: String, place: String) throws {
        let site = try TemporarySite()
        try site.write("body: tombola\naction: remove\n", to: "Rules/00.yaml")
        for _ in 0..<2 { #expect(try site.run("run").status == 0) }
        try site.write(text, to: path)
        for _ in 0..<2 {
            let run = try site.run("run")
            #expect(run.status == 78)
            #expect(run.errors.contains(place), "\(run.errors)")
        }
        #expect(try letters(site).count == 1)
        try FileManager.default.removeItem(atPath: site.path(path))
        #expect(try site.run("run").status == 0)
    }

    @Test(
        "a reload with a broken rule file keeps the old set, and the moderators are told once",
        .timeLimit(.minutes(15))
    )
    func reload() throws {
        let site = try TemporarySite(Self.quiet)
        try site.write("body: tombola\naction: remove\n", to: "Rules/10.yaml")
        let watching = try site.start(["watch", "--interval", "3600"])
        defer { watching.signal(SIGKILL) }
        try site.drop("before", ["body": "tombola"])
        #expect(try eventually { try site.rows("--verdict", "trashed").count == 1 }, "\(watching.text("err"))")
        try site.write("body: [\naction: remove\n", to: "Rules/10.yaml")
        for _ in 0..<2 {
            watching.signal(SIGHUP)
            #expect(try eventually { try letters(site).count == 1 }, "\(watching.text("err"))")
        }
        #expect(try letters(site).first?.contains("10.yaml:") == true)
        try site.drop("after", ["body": "tombola"])
        #expect(try eventually { try site.rows("--verdict", "trashed").count == 2 })
        #expect(try letters(site).count == 1)

        try site.write("body: tombola\naction: spam\n", to: "Rules/10.yaml")
        watching.signal(SIGHUP)
        #expect(try eventually { watching.text("err").contains("read again") })
        try site.drop("last", ["body": "tombola"])
        #expect(try eventually { try site.rows("--verdict", "spam").count == 1 })
        watching.signal(SIGTERM)
        #expect(watching.wait().status == 0)
    }

    private func eventually(_ condition: () throws -> Bool) throws -> Bool {
        for _ in 0..<500 {
            if try condition() { return true }
            usleep(20_000)
        }
        return false
    }
}
