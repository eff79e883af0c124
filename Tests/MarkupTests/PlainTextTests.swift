import Comments
import Markup
import Testing

@Suite("Plain text")
struct PlainTextTests {
    private let cleaner = MarkupCleaner(MarkupOptions())

    @Test("has blocks apart, entities decoded and addresses beside their links")
    func text() {
        let body = """
            One &amp; <b>tw</b>o,
            see <a href="https://e.org/x" title="T&quot;">the <i>page</i></a> or <a href="http://e.org/">e.org</a>

            <ul><li>a</li><li>b</li></ul><q cite="https://q.org/">q</q>
            """
        let rendered = cleaner.render(body)
        #expect(rendered.text == "One & two,\nsee the page (https://e.org/x) or e.org\n\na\nb\n\nq")
        #expect(rendered.readable == "One & two,\nsee the page or e.org\n\na\nb\n\nq")
        #expect(rendered.attributes == ["https://e.org/x", "T\"", "http://e.org/", "https://q.org/"])
        #expect(rendered.links.map(\.text) == ["the page", "e.org"])
    }

    @Test("joins white space as a reader sees it, but not in pre")
    func whiteSpace() {
        #expect(cleaner.render("a \n\t b<pre>c\n  d</pre>", format: .html).text == "a b\n\nc\n  d")
    }

    @Test("of a link that a paragraph parts has its address once")
    func split() {
        let rendered = cleaner.render("<a href=http://e.org/>a\n\nb</a>")
        #expect(rendered.html.components("<a ") == 2)
        #expect(rendered.text == "a\n\nb (http://e.org/)")
        #expect(rendered.links.map(\.text) == ["a\n\nb"])
    }

    @Test(
        "of nothing is nothing",
        arguments: ["", " \n", "<b></b>", "<script>x</script>", "<!-- x -->", "<a href=http://e.org/></a>"]
    )
    func nothing(body: String) {
        let rendered = cleaner.render(body)
        #expect(rendered.html.isEmpty && rendered.text.isEmpty && rendered.links.isEmpty)
    }
}

extension String {
    fileprivate func components(_ part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
