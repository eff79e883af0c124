import Testing

@testable import Text

@Suite("Cleaning text")
struct CleaningTests {
    @Test(
        "controls go, line ends become newlines, letters are composed",
        arguments: [
            ("plain text, as it is", "plain text, as it is"),
            ("a\u{0}b\u{7F}c\u{1B}[31m", "abc[31m"),
            ("one\r\ntwo\rthree\n\tfour", "one\ntwo\nthree\n\tfour"),
            ("\u{85}\u{9F}ü\u{A0}", "ü\u{A0}"),
            ("u\u{308}ber", "über"), ("a\u{1}\u{308}", "ä"),
            ("Привет, 世界 👍🏽", "Привет, 世界 👍🏽"),
            ("и\u{306}", "й"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{212B}", "Å"), ("\u{FB1D}", "\u{5D9}\u{5B4}"),
        ]
    )
    func cleaned(text: String, expected: String) {
        #expect(Array(text.cleaned.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("a control is found at every place", arguments: 0..<20)
    func places(index: Int) {
        var scalars = Array(repeating: Unicode.Scalar("a"), count: 20)
        for control: Unicode.Scalar in ["\u{0}", "\u{1F}", "\u{7F}", "\u{80}"] {
            scalars[index] = control
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            #expect(String(text).cleaned == String(repeating: "a", count: 19))
        }
    }

    @Test(
        "a line is trimmed and its spaces are joined",
        arguments: [
            ("", ""), (" ", ""), ("a", "a"), ("a b", "a b"), (" a  b ", "a b"), ("a\n\tb", "a b"),
            ("\u{3000}a\u{A0}b", "a b"), ("Åsa Łuk", "Åsa Łuk"), ("Åsa  Łuk ", "Åsa Łuk"), ("Анна 漢字", "Анна 漢字"),
            ("é\u{2003}x", "é x"), ("é \u{301}x", "é x"), ("é\u{85}", "é"),
        ]
    )
    func joined(text: String, expected: String) {
        #expect(text.joinedSpaces == expected)
    }

    @Test("WordPress trims neither no-break nor ideographic spaces nor form feeds")
    func asciiTrim() {
        #expect("\u{0}\t\n a \r\u{B}".trimmedOfASCIISpace == "a")
        #expect("\u{A0}a\u{3000}\u{C}".trimmedOfASCIISpace == "\u{A0}a\u{3000}\u{C}")
        #expect("".trimmedOfASCIISpace.isEmpty)
    }

    @Test(
        "tags are stripped as PHP strips them",
        arguments: [
            ("Ada", "Ada"), ("Ada <3 Bo", "Ada "), ("a < b > c", "a < b > c"), ("<b>x</b>y", "xy"),
            ("<a title='>'>x", "x"), ("<<b>>x", "x"),
            ("<", ""), ("é<br/>世", "é世"),
        ]
    )
    func tags(text: String, expected: String) {
        #expect(text.withoutTags == expected)
    }

    @Test(
        "what shows nothing is blank",
        arguments: ["", " \n\t", "\u{A0}\u{200B}\u{200D}\u{FEFF}", "\u{AD}\u{2060}\u{3164}"]
    )
    func blank(text: String) {
        #expect(text.isBlank)
        #expect(!(text + ".").isBlank)
    }
}

@Suite("Edit distance")
struct EditDistanceTests {
    @Test(
        "letters added, left out and changed are counted",
        arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("maxLink", "maxLinks", 1)]
    )
    func distance(left: String, right: String, expected: Int) {
        #expect(editDistance(left, right) == expected)
        #expect(editDistance(right, left) == expected)
    }
}
