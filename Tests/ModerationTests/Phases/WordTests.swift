import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct WordTests {
    @Test("a blocked word trashes, or makes spam where there is no trash")
    func blocked() throws {
        let desk = Desk()
        desk.blocked = "casino"
        let judgement = try desk.judge(try desk.comment("Best CASINO ever."))
        #expect(judgement.verdict == .trashed)
        #expect(judgement.symbols == ["blocked_word"])
        desk.settings.retention.trash = .zero
        #expect(try desk.judge(try desk.comment("Other casino.")).verdict == .spam)
    }

    @Test("a word of the hold list holds")
    func held() throws {
        let desk = Desk()
        desk.held = "casino"
        let judgement = try desk.judge(try desk.comment("Best casino ever."))
        #expect(judgement.verdict == .held)
        #expect(judgement.symbols == ["held_word"])
    }

    @Test(
        "words are found in what a reader sees and in what stands in the markup",
        arguments: [
            ("don't", "I don't know", true), ("9x9", "it is 9x9", true), ("--", "well -- no", true),
            ("R&D", "our R&amp;D", true),
            ("R&D", "our R&D", true), ("STRASSE", "strasse", true), ("straße", "STRASSE", false),
            ("ÉCLAIR", "éclair", true),
            ("eclair", "éclair", false), ("casino", "ca<b>si</b>no", true), ("casino", "ca<!-- x -->sino", true),
            ("casino", "<a href=\"https://casino.example/\">x</a>", true),
            ("casino", "<a title=\"casino\">x</a>", true),
            ("casino", "<q cite=\"https://casino.example/\">x</q>", true), ("casino", "<!-- casino -->x", true),
            ("casino", "<script>casino</script>", true), ("casino", "<img alt=\"casino\" src=\"x\">x", false),
            ("nofollow", "<a href=\"https://a.example/\">x</a>", false), ("<p>", "one\n\ntwo", false),
            ("two  words", "two words", false),
            ("two words", "two  words", false), ("two words", "two\nwords", false), ("casino", "c a s i n o", false),
        ]
    )
    func body(entry: String, body: String, isFound: Bool) throws {
        let desk = Desk()
        desk.held = entry
        #expect(try desk.judge(try desk.comment(body)).symbols == (isFound ? ["held_word"] : []))
    }

    @Test("words are found in name, website, e-mail, address and the user agent's first 254 bytes")
    func fields() throws {
        let desk = Desk { $0.flood.interval = .zero }
        desk.held = "needle"
        let agent = String(repeating: "x", count: 248)
        let places: [(inout Comments.Comment) -> Void] = [
            { $0.author.name = "Needle" }, { $0.author.name = "Nee<b>dle</b>" },
            { $0.author.website = "https://needle.example" },
            { $0.author.email = "needle@letters.example" }, { $0.author.userAgent = agent + "needle" },
        ]
        for (index, place) in places.enumerated() {
            #expect(try desk.judge(try desk.comment("Remark \(index).", place)).verdict == .held, "place \(index)")
        }
        #expect(
            try desk.judge(try desk.comment("Last.") { $0.author.userAgent = agent + "xneedle" }).verdict == .approved
        )
        desk.held = "198.51.100."
        #expect(try desk.judge(try desk.comment("An address.", ip: "198.51.100.7")).verdict == .held)
    }

    @Test("a finding names a public word, and only the line of an entry that hits what is private")
    func privacy() throws {
        let desk = Desk()
        desk.blocked = "first\nsecret@letters.example\n203.0.113.9\nAgent"
        let comment = try desk.comment(
            "secret@letters.example first",
            email: "secret@letters.example",
            ip: "203.0.113.9"
        ) {
            $0.author.userAgent = "Agent"
        }
        let notes = try desk.judge(comment).signals.filter { $0.phase == .blockedWords }.map(\.finding.note)
        #expect(notes.count == 4)
        #expect(notes[0] == "“first” is on the block list.")
        for note in notes.dropFirst() {
            #expect(!note.contains("secret") && !note.contains("203.0") && !note.contains("Agent"))
            #expect(note.contains("line"))
        }
    }

    @Test("of very many entries that hit only the first are named")
    func many() throws {
        let desk = Desk()
        desk.held = (1...50).map { "word\($0)" }.joined(separator: "\n")
        let notes = try desk.judge(try desk.comment(desk.held)).signals.filter { $0.phase == .heldWords }.map(
            \.finding.note
        )
        #expect(notes.count == 21)
        #expect(notes.last == "So are 30 more.")
    }
}
