import Testing

@testable import Patterns

struct WordListTests {
    private func hits(_ list: String, _ text: String) throws -> [WordList.Entry] {
        var collector = PatternCollector()
        let words = CollectedWords(WordList(list), into: &collector, field: 0)
        let scanner = try #require(PatternScanner(.compile(collector)))
        return words.places(in: scanner.scan([text])).map { words.list.entries[$0] }
    }

    /// Enough entries that hit nothing for the list to be scanned for by Vectorscan.
    private let many = (1...40).map { "unfound\($0)" }.joined(separator: "\n") + "\n"

    @Test("one entry a line: trimmed, with empty lines, 0 and comments left out")
    func reading() {
        let list = WordList(bytes: Array("\u{FEFF}casino\r\n\r\n  cheap pills \n0\n# a comment\n#hashtag\nπαλιό".utf8))
        #expect(list.entries.map(\.text) == ["casino", "cheap pills", "#hashtag", "παλιό"])
        #expect(list.entries.map(\.line) == [1, 3, 6, 7])
    }

    @Test(
        "an entry hits anywhere, whatever the case",
        arguments: [
            ("casino", "Best CASINOS in town", true), ("casino", "cas ino", false), ("ÉTÉ", "un été", true),
            ("ete", "un été", false), ("straße", "STRAẞE", true), ("σας", "ΣΑΣ", true),
            ("kelvin", "\u{212A}elvin", true), ("e\u{301}tude", "une \u{E9}tude", true),
            ("bit", "bıt", false), ("bıt", "bit", false), ("bıt", "a bıt", true), ("i", "İ", false),
            ("it", "ı it", true),
            ("a  b", "a b", false), ("don't", "I DON'T", true),
        ]
    )
    func folding(entry: String, text: String, expected: Bool) throws {
        #expect(try !hits(entry, text).isEmpty == expected, "searched for one by one")
        #expect(try !hits(many + entry, text).isEmpty == expected, "scanned for")
    }

    @Test("a hit names the entry and its line")
    func naming() throws {
        #expect(try hits(many + "viagra\ncialis", "Cialis, viagra").map(\.line) == [41, 42])
    }

    @Test("an empty list hits nothing")
    func empty() throws {
        #expect(try hits("# nothing\n", "nothing").isEmpty)
    }
}
