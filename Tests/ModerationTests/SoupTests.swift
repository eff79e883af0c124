import Comments
import Settings
import Testing

@testable import Moderation

/// Bodies and names made of what parsers stumble over, in any order.
@Suite struct SoupTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let pieces = [
        "<", ">", "</", "/>", "<a ", "href", "=", "\"", "'", "\\", "<!--", "-->", "--", "&", "&#", "&#58;", "&#x3a;",
        "&colon;", ";", ":", "//", "http://",
        "www.", "ftp.", "@", ".", ",", "(", ")", "a", "b.example", " ", "\n", "\t", "<code>", "</code>", "<b>", "</b>",
        "%41", "\u{0}", "\u{7F}", "é", "й",
        "\u{301}", "ﷺ", "🌲", "\u{200B}", "ß", "javascript:", "title", "<q cite=", "[url=", "&amp;", "0", "\u{10FFFF}",
        "\u{FEFF}",
    ]

    @Test("any soup is judged, and the same way again", arguments: 1...6)
    func soup(seed: UInt64) throws {
        var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let desk = Desk { $0.moderation.maxLinks = 1 }
        desk.held = "a\nb.example\n<\n"
        for _ in 0..<60 {
            let body = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator)!
            }.joined()
            let name = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator)!
            }.joined()
            let comment = try desk.comment(body, name: name)
            let judgement = try desk.judge(comment)
            let again = try desk.comment(body, name: name)
            let repeated = try desk.judge(again)
            // Said twice, unless the first went to the trash.
            #expect(repeated.symbols.contains("duplicate") == (judgement.verdict != .trashed))
            #expect(judgement.keys?.duplicate == repeated.keys?.duplicate)
            #expect(repeated.symbols.filter { $0 != "duplicate" } == judgement.symbols)
        }
    }

    @Test("folding never tells apart what differs only in case", arguments: 1...4)
    func folding(seed: UInt64) {
        var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<200 {
            let text = (0..<20).map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
            #expect(EqualityFolding.fold(text) == EqualityFolding.fold(text.uppercased()))
            #expect(EqualityFolding.fold(text) == EqualityFolding.fold(text + "\u{200B} "))
        }
    }
}
