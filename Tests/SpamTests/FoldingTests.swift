import Testing

@testable import Spam

@Suite("A text is folded")
struct FoldingTests {
    private func folded(_ text: String) -> String {
        String(decoding: Fixtures.reading(text).text.bytes, as: UTF8.self)
    }

    @Test(
        "before it is compared",
        arguments: [
            ("Hello  World", " hello world "),
            ("a\n\tb", " a b "),
            ("sooooo gooood", " sooo goood "),
            ("!!!!!!!", " !!! "),
            ("<b>bold</b>face", " boldface "),
            ("one<br>two<p>three", " one two three "),
            ("<a href=\"http://e.org/x\" rel=y>here</a>", " http://e.org/x here "),
            ("<a title=x href='http://e.org'>here</a>", " http://e.org here "),
            ("<img src=http://e.org/i.png>", " http://e.org/i.png "),
            ("I <3 you, 1 < 2", " i <3 you, 1 < 2 "),
            ("<a unfinished", " <a unfinished "),
            ("caf&eacute; &#39;x&#x27; &amp;lt; &unknown; &#0; &#x110000;", " cafe 'x' &lt; &unknown; \u{FFFD} "),
            ("Crème Brûlée Ångström", " creme brulee angstrom "),
            ("\u{2102}\u{FF48}\u{FF45}\u{FB01}n \u{1D5D9}\u{1D5FF}\u{1D5F2}\u{1D5F2}", " chefin free "),
            ("v\u{200B}i\u{AD}a\u{2060}gra\u{FE0F}", " viagra "),
            ("v\u{0456}\u{0430}gr\u{0430} \u{0406}\u{0421}\u{041E}", " viagra ico "),
            ("Дом и ПОРА", " дoм и пopa "),
            ("が ぱ 한글 漢字", " が ぱ 한글 漢字 "),
            ("Z\u{0351}\u{036B}\u{0343}\u{036A}a\u{0300}\u{0316}lgo", " zalgo "),
            ("½ ① ﬀ Ⅷ", " 1/2 1 ff viii "),
            ("", "  "),
            (" \u{200B} \n", "  "),
        ]
    )
    func fold(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test("the same way wherever its bytes stand", arguments: 0...16)
    func places(offset: Int) {
        let head = String("qwertyuiopzsdfghj".prefix(offset))
        let tail = "AAaaa  !!!! ab\u{1}b 1234567  \n\tZz... llll$ xx\u{4E2D}xx  é "
        let traits = Fixtures.reading(head + tail).text.traits
        #expect(folded(head + tail) == " \(head)aaa !!! abb 1234567 zz... lll$ xx\u{4E2D}xx e ")
        #expect(traits.characters == offset + 38)
        #expect(traits.letters == offset + 20)
        #expect(traits.capitals == 3)
        #expect(traits.digits == 7)
        #expect(traits.longestNumber == 7)
        #expect(traits.punctuation == 8)
        #expect(traits.exclamations == 4)
        #expect(traits.newlines == 1)
        #expect(traits.hasCurrency)
    }

    @Test("and its traits are counted on the way")
    func traits() {
        let traits = Fixtures.reading("WIN $100 now!!\nCall 5551234567? me@x.y #1 v\u{0456}agra vi\u{200B}agra é").text
            .traits
        #expect(traits.capitals == 4)
        #expect(traits.exclamations == 2)
        #expect(traits.questions == 1)
        #expect(traits.newlines == 1)
        #expect(traits.digits == 14)
        #expect(traits.longestNumber == 10)
        #expect(traits.hasAt && traits.hasHash && traits.hasCurrency)
        #expect(traits.mixedLetters == 1)
        #expect(traits.hiddenCharacters == 1)
        #expect(traits.beyondASCII == 2)
        #expect(traits.letters(of: .cyrillic) == 1)
    }

    @Test(
        "in one way for all Unicode scalars: valid text, no Latin capital, bounded growth"
    )
    func allScalars() {
        var scalar: UInt32 = 0
        while scalar < 0x110000 {
            let block = (scalar..<scalar + 64).compactMap(Unicode.Scalar.init)
            var view = String.UnicodeScalarView()
            for scalar in block {
                view.append("x")
                view.append(scalar)
            }
            let text = String(view)
            let bytes = Fixtures.reading(text).text.bytes
            #expect(String(validating: bytes, as: UTF8.self) != nil)
            #expect(!bytes.contains { (0x41...0x5A).contains($0) })
            #expect(bytes.count <= text.utf8.count * 8 + 2)
            scalar += 64
        }
    }

    @Test("into words, single marks and addresses")
    func tokens() {
        let reading = Fixtures.reading("Don't stop, it's http://e.org/a!b now... o'")
        let tokens = reading.tokens.map { String(decoding: reading.text.bytes[$0.range], as: UTF8.self) }
        #expect(tokens == ["don't", "stop", ",", "it's", "http://e.org/a!b", "now", ".", ".", ".", "o", "'"])
        #expect(
            reading.tokens.map(\.isWord) == [true, true, false, true, true, true, false, false, false, true, false]
        )
        #expect(Fixtures.reading("http://a.b").tokens[0].hash == Fixtures.reading("www.c.d/e").tokens[0].hash)
    }
}
