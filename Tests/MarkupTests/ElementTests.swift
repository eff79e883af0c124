import Comments
import Markup
import Testing

private func clean(_ body: String, _ format: BodyFormat = .html) -> String {
    MarkupCleaner(MarkupOptions()).html(body, format: format)
}

@Suite("Elements")
struct ElementTests {
    @Test(
        "that are allowed stay, in lower case and closed",
        arguments: [
            ("<B>x</B> <CODE>y</CODE>", "<b>x</b> <code>y</code>"),
            ("one<br>two<br />three", "one<br/>two<br/>three"),
            ("<i>a<b>b", "<i>a<b>b</b></i>"),
            ("<b>bold <i>both</b> italic</i>", "<b>bold <i>both</i></b><i> italic</i>"),
            ("<acronym title=\"T\">a</acronym><strike>s</strike>", "<abbr title=\"T\">a</abbr><s>s</s>"),
            ("<q cite='http://e.org/'>q</q>", "<q cite=\"http://e.org/\">q</q>"),
            ("<del datetime=2024-01-02 cite=x>d</del>", "<del datetime=\"2024-01-02\">d</del>"),
            ("too many</b></em></div> closers", "too many<br/>closers"),
            ("<b></b>empty<i> </i>", "empty<i> </i>"),
        ]
    )
    func allowed(body: String, html: String) { #expect(clean(body) == html) }

    @Test(
        "that are blocks nest as HTML's readers nest them",
        arguments: [
            ("<p>a<p>b", "<p>a</p><p>b</p>"),
            ("<p>a<ul><li>b</ul>c", "<p>a</p><ul><li>b</li></ul>c"),
            ("<li>a<li>b</li>c", "<ul><li>a</li><li>b</li></ul>c"),
            ("<ul><li>a<ol><li>b</ol><li>c</ul>", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"),
            ("<ul>text<li>a</ul>", "<ul><li>text</li><li>a</li></ul>"),
            ("<b>a<p>b</p>c</b>", "<b>a</b><p><b>b</b></p><b>c</b>"),
            ("<b><ul><li>x</b>y</li></ul>z", "<ul><li><b>x</b>y</li></ul>z"),
            ("<p>H<sub>2<p>O", "<p>H<sub>2</sub></p><p>O</p>"),
            ("<h2>Title</h2>text", "<p><strong>Title</strong></p>text"),
            ("<h1>a<h2>b</h2>c", "<p><strong>a</strong></p><p><strong>b</strong></p>c"),
            ("<div>one<p>two</p>three</div>", "<p>one</p><p>two</p><p>three</p>"),
            ("<pre>\n a\n\n b\n</pre>", "<pre> a\n\n b\n</pre>"),
            ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
            ("<pre>a<p>b</p>c</pre>", "<pre>a\nb\nc</pre>"),
            ("<ul><li></li></ul><p></p><ol></ol>", "<ul><li></li></ul>"),
        ]
    )
    func blocks(body: String, html: String) { #expect(clean(body) == html) }

    @Test(
        "that are not allowed go, and their text stays apart",
        arguments: [
            ("<span>a</span><font color=red>b</font>", "ab"),
            ("<section>a</section>b<hr>c", "a<br/>b<br/>c"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a b <br/>c"),
            ("<img src=x onerror=alert(1)>after", "after"),
        ]
    )
    func removed(body: String, html: String) { #expect(clean(body) == html) }

    @Test(
        "that hide their content take it with them",
        arguments: [
            ("a<script>x</script>b", "ab"), ("a<style>x", "a"), ("a<svg><p>x</p><svg></svg></svg>b", "ab"),
            ("a<title>x</title>b", "ab"), ("a<noscript><p title=\"</noscript>\">b", "a\"&gt;b"), ("a<svg/>b", "ab"),
            ("a<!-- x --!>b<!doctype html>c<![CDATA[x]]>d<?xml x?>e", "abcde"),
            ("a<template><template>x</template></template>b", "ab"),
        ]
    )
    func hidden(body: String, html: String) { #expect(clean(body) == html) }

    @Test("that hide their content but never end only lose the tag")
    func unclosedHidden() {
        #expect(clean("List<Object> kept <b>x</b>") == "List kept <b>x</b>")
        #expect(clean("a <!-- b") == "a &lt;!-- b")
    }

    @Test(
        "are only what HTML knows: the rest is shown as typed, in every format",
        arguments: BodyFormat.allCases,
        [
            "a < b and b > c", "x<5 && y>3", "I <3 you", "List<String>", "<john@example.org>", "a<b && c>d", "</3",
            "<your name>", "#include <vector>",
        ]
    )
    func typed(format: BodyFormat, body: String) {
        let rendered = MarkupCleaner(MarkupOptions()).render(body, format: format)
        // A # starts no heading without a space.
        #expect(rendered.readable == body)
    }

    @Test("nest 32 deep at most, deeper ones leaving their content")
    func depth() {
        let body =
            String(repeating: "<blockquote>", count: 100) + "deep" + String(repeating: "</blockquote>", count: 100)
            + "out"
        let html = clean(body)
        #expect(FragmentChecker.fault(in: html) == nil)
        #expect(html.hasSuffix("</blockquote>out") && html.contains(">deep<"))
    }

    @Test("hold no control, noncharacter or half-read reference")
    func characters() throws {
        let noncharacter = String(try #require(Unicode.Scalar(0xFFFE as UInt16)))
        #expect(
            clean("a\0b\u{B}c\u{7F}d\u{85}e\(noncharacter)f&#1;g&#x80;h&#xFFFF;i\u{C}j\r\nk&#xD;l&#0;")
                == "abcdefg€hi j\nk\nl\u{FFFD}"
        )
        #expect(
            clean("&nbsp;&hellip;&copy&notit;&amp;lt;&CounterClockwiseContourIntegral;")
                == "\u{A0}…©&amp;notit;&amp;lt;∳"
        )
        #expect(clean("AT&T, R&D and Q&A; ]]>") == "AT&amp;T, R&amp;D and Q&amp;A; ]]&gt;")
    }
}
