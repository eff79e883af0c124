import Comments
import Markup
import Testing

@Suite("Links")
struct LinkTests {
    private let cleaner = MarkupCleaner(MarkupOptions(siteHost: "Site.example"))

    @Test(
        "lose addresses that are not of http, https or mailto",
        arguments: [
            "javascript:alert(1)", "java&#x73;cript:alert(1)", "jav&Tab;ascript:x", " javascript:x", "&#1;javascript:x",
            "data:text/html,x", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "page.html", "#top", "?q",
            "",
            "http:evil", "http:/evil", "http://", "https://\\evil", "http://a b/", "vbscript:x", "mailto:",
            "/&#x200b;/evil",
        ]
    )
    func dropped(address: String) {
        #expect(cleaner.html("<a href=\"\(address)\">text</a>", format: .html) == "text")
    }

    @Test("keep their address and title, escaped, and get a rel")
    func kept() {
        let html = cleaner.html(
            "<A HREF='HTTP://Example.ORG/it&#39;s?a&b=\"' title='a\nb' onclick=x>t</a>",
            format: .html
        )
        #expect(
            html == "<a href=\"HTTP://Example.ORG/it's?a&amp;b=&#34;\" title=\"a b\" rel=\"nofollow ugc\">t</a>"
        )
    }

    @Test("to the site itself and to mailboxes get no rel; paths are completed")
    func own() {
        #expect(
            cleaner.html(
                "<a href=\"https://SITE.example:8/x\">a</a><a href=/b>b</a><a href=mailto:a@b.c>c</a>",
                format: .html
            )
                == "<a href=\"https://SITE.example:8/x\">a</a><a href=\"https://site.example/b\">b</a>"
                + "<a href=\"mailto:a@b.c\">c</a>"
        )
        #expect(
            cleaner.html("<a href=\"https://site.example@evil.example/\">x</a>", format: .html).contains("nofollow")
        )
    }

    @Test(
        "are made of bare addresses",
        arguments: [
            ("http://e.org", "http://e.org", ""), ("https://e.org/a?b=1&copy=2, ", "https://e.org/a?b=1&copy=2", ", "),
            ("HTTPS://e.org/a_(b).", "HTTPS://e.org/a_(b)", "."), ("http://e.org/x)", "http://e.org/x", ")"),
            ("http://e.org:80/ü?!", "http://e.org:80/ü", "?!"), ("https://münchen.de/”", "https://münchen.de/", "”"),
            ("http://e.org'", "http://e.org", "'"), ("http://e.org。", "http://e.org", "。"),
        ],
        ["", "x ", "(", "x,", "!", "\n", "“", "\u{3000}"]
    )
    func made(_ address: (typed: String, href: String, rest: String), before: String) {
        let rendered = cleaner.render(before + address.typed, format: .text)
        #expect(rendered.links.map(\.href) == [address.href])
        #expect(rendered.links.map(\.isAnchor) == [false])
        #expect(rendered.readable == (before.trimmed + address.typed).trimmed || !before.trimmed.isEmpty)
    }

    @Test(
        "are not made of other things",
        arguments: [
            "a@b.org", "x=http://e.org", "xhttp://e.org", "ftp://e.org", "example.org", "http://", "www.", "www. x",
            "http://" + String(repeating: "x", count: 2_000), "<code>http://e.org</code>", "<pre>http://e.org</pre>",
        ]
    )
    func notMade(body: String) { #expect(cleaner.render(body, format: .auto).links.isEmpty) }

    @Test("start with www. and get https")
    func www() {
        let link = cleaner.render("See www.e.org/x!", format: .auto).links
        #expect(link == [Link(href: "https://www.e.org/x", text: "www.e.org/x", hasRel: true, isAnchor: false)])
    }

    @Test("are never made inside one")
    func nested() {
        let rendered = cleaner.render("<a href=http://e.org/>see http://e.org/</a>", format: .auto)
        #expect(
            rendered.links == [Link(href: "http://e.org/", text: "see http://e.org/", hasRel: true, isAnchor: true)]
        )
    }
}

extension String {
    fileprivate var trimmed: String {
        let edges: Set<Character> = [" ", "\n"]
        var text = self[...]
        while let first = text.first, edges.contains(first) { text.removeFirst() }
        while let last = text.last, edges.contains(last) { text.removeLast() }
        return String(text)
    }
}
