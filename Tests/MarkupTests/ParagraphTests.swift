import Comments
import Markup
import Testing

@Suite("Paragraphs and breaks")
struct ParagraphTests {
    private let cleaner = MarkupCleaner(MarkupOptions())

    @Test(
        "are made of blank lines and newlines",
        arguments: [
            ("a\n\n\n\nb", "<p>a</p><p>b</p>"), ("a\r\nb\r\n\r\nc", "<p>a<br/>b</p><p>c</p>"),
            ("a  \n \t\n  b", "<p>a</p><p>b</p>"), ("\n\na\n", "<p>a</p>"),
            ("<em>a\n\nb</em>", "<p><em>a</em></p><p><em>b</em></p>"),
            ("a<br>\nb", "<p>a<br/>b</p>"), ("<p>a\nb</p>\n\nc", "<p>a<br/>b</p><p>c</p>"),
            ("<blockquote>a\n\nb</blockquote>\nc", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
            ("<pre>a\n\n\nb</pre>\n\nend", "<pre>a\n\n\nb</pre><p>end</p>"),
            ("<code>a\n\nb</code>", "<p><code>a\n\nb</code></p>"),
            ("<ul>\n<li>a\nb</li>\n\n<li>c</li>\n</ul>\nd", "<ul><li>a<br/>b</li><li>c</li></ul><p>d</p>"),
            ("<div>a</div>\n<div>b</div>", "<p>a</p><p>b</p>"), ("<li>a\n\nb", "<ul><li>a<p>b</p></li></ul>"),
            ("a\n<b>b</b>\n<i>c</i>", "<p>a<br/><b>b</b><br/><i>c</i></p>"),
        ]
    )
    func auto(body: String, html: String) { #expect(cleaner.html(body, format: .auto) == html) }

    @Test("are all that is made of text, where no tag is known")
    func text() {
        #expect(cleaner.html("<b>x</b> &amp;\ny", format: .text) == "<p>&lt;b&gt;x&lt;/b&gt; &amp;amp;<br/>y</p>")
    }

    @Test("are not made of HTML")
    func html() {
        #expect(cleaner.html("a\n\nb http://e.org", format: .html) == "a\n\nb http://e.org")
    }
}

@Suite("Markdown")
struct MarkdownTests {
    private let cleaner = MarkupCleaner(MarkupOptions())

    @Test(
        "is CommonMark through the same list",
        arguments: [
            ("Some *em* **st** `c < d`", "<p>Some <em>em</em> <strong>st</strong> <code>c &lt; d</code></p>"),
            ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("# T\n\n> q", "<p><strong>T</strong></p><blockquote><p>q</p></blockquote>"),
            ("```c\na<b>;\n```", "<pre><code>a&lt;b&gt;;\n</code></pre>"), ("[x](javascript:alert(1))", "<p>x</p>"),
            ("a <script>x</script>y", "<p>a y</p>"), ("![alt *text*](http://e.org/x.png)", "<p>alt <em>text</em></p>"),
            ("<john@example.org>", "<p>&lt;john@example.org&gt;</p>"), ("a  \nb", "<p>a<br/>\nb</p>"),
        ]
    )
    func commonMark(body: String, html: String) { #expect(cleaner.html(body, format: .markdown) == html) }

    @Test("has bare addresses made clickable")
    func links() {
        #expect(
            cleaner.render("see https://e.org/a_b_c.", format: .markdown).links.map(\.href) == ["https://e.org/a_b_c"]
        )
    }
}
