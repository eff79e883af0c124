import Testing

@testable import Moderation

/// Step 9 of the WordPress contract: what its database calls the same.
@Suite struct EqualityTests {
    @Test(
        "equal",
        arguments: [
            ("Ada", "ADA"), ("naïve", "naive"), ("e\u{301}", "é"), ("Straße", "STRASSE"), ("æther", "aether"),
            ("œuvre", "oeuvre"),
            ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("ħ", "h"), ("ґ", "г"), ("Ａｄａ", "ada"), ("٣", "3"),
            ("३", "3"), ("①", "1"),
            ("カナ", "かな"), ("ガ", "か"), ("っ", "つ"), ("ﾊﾟ", "は"), ("a\u{A0}b", "a b"), ("…", "..."), ("a\u{200B}b", "ab"),
            ("a\u{7}b", "ab"), ("\u{FEFF}a", "a"), ("a  ", "a"), ("a\u{A0}", "a"), ("ё", "е"), ("İ", "i"), ("ς", "σ"),
            ("ﬁ", "fi"),
            ("ך", "כ"), ("K", "k"), ("ſ", "s"), ("Й", "й"),
        ]
    )
    func equal(_ left: String, _ right: String) {
        #expect(EqualityFolding.fold(left) == EqualityFolding.fold(right))
    }

    @Test(
        "different",
        arguments: [
            ("ı", "i"), ("þ", "th"), ("й", "и"), ("ї", "і"), ("ў", "у"), ("ѓ", "г"), ("ќ", "к"), ("’", "'"),
            ("“", "\""), ("–", "-"), ("\t", " "),
            ("\n", " "), ("\r\n", "\n"), ("a\u{AD}b", "ab"), ("🌲", "🌳"), ("🌲", ""), ("a  b", "a b"), ("a.", "a"),
            (" a", "a"), ("´", " "), ("आ", "अ"),
            ("कि", "कु"), ("ำ", "า"), ("أ", "ا"), ("漢", "字"), ("а", "a"),
        ]
    )
    func different(_ left: String, _ right: String) {
        #expect(EqualityFolding.fold(left) != EqualityFolding.fold(right))
    }

    @Test(
        "names are compared as WordPress stores them",
        arguments: [
            ("<b>Ada</b>", "Ada", true), ("Ada <3 Bo", "Ada", true), ("Ada  Bo", "ada bo", true),
            ("Ada%20Bo", "AdaBo", true), ("Ada < Bo", "Ada", false),
            ("%41%42", "AB", false), ("<3", "", false), ("a<b", "a", true),
        ]
    )
    func names(_ left: String, _ right: String, areEqual: Bool) {
        func folded(_ name: String) -> String {
            EqualityFolding.fold(AuthorNameFilter.compared(name, stored: AuthorNameFilter.stored(name)))
        }
        #expect((folded(left) == folded(right)) == areEqual)
    }

    @Test(
        "bodies are compared as WordPress stores them",
        arguments: [
            ("<span>a</span>", "a", true), ("a & b", "a &amp; b", true), ("a<script></script>", "a", true),
            ("\n a \t", "a", true),
            ("<b>a</b>", "a", false), ("a<!-- x -->", "a", false), ("a < b", "a &lt; b", true),
            ("<a href='x'>y</a>", "<a  href='x' >y</a>", true),
            ("<a href=\"javascript:x\">y</a>", "<a href=\"x\">y</a>", true),
            ("<a onclick=z href=x>y</a>", "<a href=\"x\">y</a>", true),
            ("<B>a</B>", "<b>a</b>", true), ("&#8211;", "&#08211;", true), ("&#8211;", "–", false),
            ("&bogus;", "&amp;bogus;", true),
        ]
    )
    func bodies(_ left: String, _ right: String, areEqual: Bool) {
        #expect(
            (EqualityFolding.fold(StoredBody(left).text) == EqualityFolding.fold(StoredBody(right).text)) == areEqual
        )
    }

    @Test(
        "scalars are folded one by one as in the general way",
        arguments: [
            0x80...0x6FF, 0xFF00...0xFFFF, 0x2000...0x20FF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0x1F2F0...0x1F65F,
        ]
            as [ClosedRange<UInt32>]
    )
    func table(range: ClosedRange<UInt32>) {
        let different = range.compactMap(Unicode.Scalar.init).filter { scalar in
            let text = "a\(scalar) "
            return EqualityFolding.fold(text) != EqualityFolding.fold(scalarsOf: text)
        }
        #expect(different.isEmpty)
    }

    @Test("and so are texts with marks", arguments: 1...8)
    func marks(seed: Int) {
        let scalars = "aé\u{301}\u{323}\u{345}\u{483}\u{487}\u{3099}かガｶﾞ\u{309A}й\u{306}ʼn…’ﬁ漢🙂\u{94D}\u{5B0} ΐΌ½"
            .unicodeScalars.map(\.self)
        for start in 0..<200 {
            var text = String.UnicodeScalarView()
            for place in 0..<12 {
                text.append(scalars[(start * seed * 7 + place * place * (start + seed)) % scalars.count])
            }
            #expect(EqualityFolding.fold(String(text)) == EqualityFolding.fold(scalarsOf: String(text)))
        }
    }

    @Test("folding twice is folding once", arguments: ["Straße Ǆ ﷺ", "Й´ ำ", "ÀÉ 12٣ ガっ", "plain", ""])
    func idempotent(text: String) {
        let once = EqualityFolding.fold(text)
        #expect(EqualityFolding.fold(once) == EqualityFolding.fold(EqualityFolding.fold(once)))
        if text.unicodeScalars.allSatisfy({ $0.isASCII }) { #expect(EqualityFolding.fold(once) == once) }
    }
}
