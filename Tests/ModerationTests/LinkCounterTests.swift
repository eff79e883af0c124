import Testing

@testable import Moderation

/// Step 13b of the WordPress contract.
@Suite struct LinkCounterTests {
    @Test(
        "each counts once",
        arguments: [
            "<a href=\"https://a.example/\">x</a>", "<A HREF='x'>y</A>", "<a href>x</a>", "<a href=\"\">x</a>",
            "<a href=\"#x\">x</a>",
            "<a href=\"javascript:x\">x</a>", "<a href=x>y", "<a\n href=x>y</a>", "<a title=\"href\">x</a>",
            "http://a.example/", "HTTPS://a.example",
            "(http://a.example)", "x,http://a.example", "see ftp://a.example", "irc://a", "www.a.example",
            "WWW.a.example", "ftp.a.example",
            "ada@a.example", "<b>x</b>http://a.example", "http://a.example/(x)",
            "&lt;a href=&quot;http://a.example/&quot;&gt;",
            "http://a.example,http://b.example", "http://a.example/?u=http://b.example",
            "<a href=\"x\">http://a.example</a>",
            "<a href=\"x\">ada@b.example</a>", "<a href=\"1\"><a href=\"2\">x</a></a>", "http://)", "http://.",
            "<a href=\"http://a.example\" here",
            "<a href=\"x\"/>", "http://ada@a.example/", "http://www.a.example/", "a.http://b.example",
            "<!-- a > <a href=x> -->",
        ]
    )
    func one(body: String) {
        #expect(LinkCounter.count(in: StoredBody(body)) == 1)
    }

    @Test(
        "none of these counts",
        arguments: [
            "a.example", "//a.example", "[url]http://a.example[/url]", "[url=http://a.example]", "\"http://a.example\"",
            "'http://a.example'",
            "-http://a.example", "xhttp://a.example", "=http://a.example", "(ada@a.example)", ":ada@a.example",
            "<code>http://a.example</code>",
            "<!-- http://a.example -->", "<img src=\"http://a.example\">", "<iframe src=http://a.example></iframe>",
            "<a>x</a>", "<a/href>x",
            "<a href=\"x>y</a>", "http://", "http:// x", "nosuch://a.example", "x\u{A0}http://a.example", "@ada",
            "ada@example", "ada@a.e", "www.",
            "<http://a.example>", "<area href=\"http://a.example\">", "http&#58;//a.example",
            "averyveryverylongscheme://a.example",
            "http://" + String(repeating: "x", count: 2001), "text", "", "<code class=x>www.a.example</code>",
        ]
    )
    func none(body: String) {
        #expect(LinkCounter.count(in: StoredBody(body)) == 0)
    }

    @Test(
        "more",
        arguments: [
            ("<a href=\"x\">see http://a.example there</a>", 2), ("http://a.example http://a.example", 2),
            ("www.a.example www.a.example", 2),
            ("<a href=x>y</a><a href=z>w</a>", 2), ("http://a.example ada@b.example www.c.example", 3),
            ("ada@a.example\nbo@b.example", 2), ("<code>http://a.example</code> http://b.example", 1),
            ("http://a.example)www.b.example", 1),
        ]
    )
    func more(body: String, count: Int) {
        #expect(LinkCounter.count(in: StoredBody(body)) == count)
    }

    @Test("a long text is searched in chunks at white space; what has none is left alone")
    func long() {
        let words = String(repeating: "word ", count: 3000)
        #expect(LinkCounter.count(in: StoredBody(words + "http://a.example " + words)) == 1)
        let wall = String(repeating: "w", count: 12_000)
        #expect(LinkCounter.count(in: StoredBody(wall + ".http://a.example")) == 0)
        #expect(LinkCounter.count(in: StoredBody(String(repeating: "w", count: 9_000) + ".http://a.example")) == 1)
    }

    @Test(
        "hostile bodies of 64 KiB take time in proportion",
        arguments: [
            "<", ">", "<a", "<a ", "<a href", "<a href=\"", "<!--", "<!-- >", "<!--x>", "<!-- > <b> -->", "&", "&#",
            "&#0000000000000000000", "http://", "http://(",
            "http://x)", "www.", "a@", "a@b.", "@", "'", "\"", "<a x='", "<a x ", "<a href>", "<code>", "[\\\"", "%41",
            ".http://x ", "<a href=:>", "<a a=b a=",
            "<a href=&#58;&colon;", "\u{301}", "́й", "-->", "<!--\n",
        ]
    )
    func hostile(unit: String) {
        let body = String(repeating: unit, count: 65_000 / unit.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = LinkCounter.count(in: StoredBody(body))
            _ = EqualityFolding.fold(StoredBody(body).text)
        }
        let line = "<a " + String(repeating: unit, count: 65_000 / unit.utf8.count) + ">"
        let inTag = clock.measure { _ = LinkCounter.count(in: StoredBody(line)) }
        #expect(max(time, inTag) < .seconds(60), "\(unit): \(time), \(inTag)")
    }
}
