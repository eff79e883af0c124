import Comments
import Markup
import Testing

/// Tag soup from a seed: the same every time.
private struct Soup {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private static let names = [
        "a", "abbr", "b", "blockquote", "br", "cite", "code", "del", "em", "i", "li", "ol", "p", "pre", "q", "s",
        "strong",
        "sub", "sup", "ul", "acronym", "strike", "h1", "div", "span", "table", "td", "tr", "script", "style", "title",
        "textarea", "svg", "math", "select", "template", "object", "noscript", "iframe", "hr", "plaintext", "String",
        "x:y",
        "body", "form",
    ]
    private static let attributes = [
        "href=\"http://e.org/\"", "href='javascript:alert(1)'", "href=\"java&#x73;cript:x\"", "href=/root",
        "href=\"//x\"",
        "title=\"a\nb&quot;`<>\"", "cite=\"https://q.org/x\"", "datetime=\"2024-01-01\"", "onclick=alert(1)", "\"", "=",
        "/",
        "x=\"", "&&", "href=\" ht\ttps://a.b/ c \"", "href='\u{1}javascript:x'",
    ]
    private static let pieces = [
        "text ", " ", "\n", "\n\n", "\r\n", "a < b", "<3", "&amp;", "&lt;", "&#60;", "&nbsp;", "&#10;", "&#0;",
        "&#x80;",
        "&copy", "]]>", "-->", "<!--", "<!-- c -->", "<![CDATA[x]]>", "<?php x ?>", "<?xml a?>", "<!doctype html>",
        "http://e.org/a(b)c), ", "www.x.org", "\0", "\u{B}", "\u{C}", "\u{7F}", "\u{85}",
        String(Unicode.Scalar(0xFFFE as UInt16)!), String(Unicode.Scalar(0x1FFFE as UInt32)!),
        String(Unicode.Scalar(0xFDD0 as UInt16)!),
        "\u{2028}", "é", "日本", "\"", "'", "`", "<", "</", ">", "<a href=\"", "javascript:", "--", "...",
        ":)",
        "    code\n", "- a\n", "> q\n", "```\n", "**", "9x9", "'t",
    ]

    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[next(list.count)] }

    private mutating func tag() -> String {
        guard next(3) > 0 else { return "</\(pick(Self.names))>" }
        var tag = "<" + pick(Self.names)
        for _ in 0..<[0, 0, 0, 1, 2][next(5)] { tag += pick([" ", "/", "\n"]) + pick(Self.attributes) }
        return tag + pick([">", ">", ">", ">", "/>", " >", ""])
    }

    mutating func body() -> String {
        (0...next(30)).reduce(into: "") { body, _ in body += next(5) < 3 ? tag() : pick(Self.pieces) }
    }
}

@Suite("Any body")
struct PropertyTests {
    private static let cleaners = [
        MarkupCleaner(MarkupOptions()),
        MarkupCleaner(MarkupOptions(siteHost: "e.org", typographicQuotes: true, smilies: true)),
    ]

    @Test(
        "becomes strict, safe HTML that cleaning leaves as it is",
        arguments: BodyFormat.allCases,
        [1, 2, 3, 4] as [UInt64]
    )
    func soupIsSafeAndStable(format: BodyFormat, seed: UInt64) {
        var soup = Soup(seed: seed &* 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<200 {
            let body = soup.body()
            for cleaner in Self.cleaners {
                let html = cleaner.html(body, format: format)
                if let fault = FragmentChecker.fault(in: html) {
                    Issue.record("\(fault), from \(body.debugDescription)")
                }
                #expect(cleaner.html(html, format: .html) == html, "from \(body.debugDescription)")
                #expect(cleaner.render(body, format: format).html == html)
            }
        }
    }

    @Test(
        "is read in time that grows with its length only",
        arguments: [
            "<", "<a ", "<a b=\"", "<a b=\"<a b='", "<object>", "<svg><script>", "<title></b ", "<!--", "&", "&#",
            "<b>x<p>",
            "<li>", "<blockquote>", "<q cite=http://x.org/>x<p>", "www.", " http://x.org", "\n", "</b>", "[", "**x ",
            "<a>",
            "<a href=http://x.org/>x</a>", "<a x=\">\"", "'\"",
        ]
    )
    func noInputIsSlow(piece: String) {
        let body = String(repeating: piece, count: 65_536 / piece.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure {
            for format in BodyFormat.allCases {
                let html = Self.cleaners[1].render(body, format: format).html
                #expect(html.utf8.count < 32 * body.utf8.count)
            }
        }
        #expect(time < .seconds(60))
    }
}
