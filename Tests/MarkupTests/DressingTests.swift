import Comments
import Markup
import Testing

@Suite("Typographic quotes and smilies")
struct DressingTests {
    private let cleaner = MarkupCleaner(MarkupOptions(typographicQuotes: true, smilies: true))

    @Test(
        "are made as WordPress makes them",
        arguments: [
            ("\"Hello,\" she said, \"it's 'fine'.\"", "“Hello,” she said, “it’s ‘fine’.”"),
            ("'99 and the '90s, the dogs' toys, 'tis", "’99 and the ’90s, the dogs’ toys, ’tis"),
            ("6' 2\" tall, \"42\" and '0.5'", "6′ 2″ tall, “42” and ‘0.5’"),
            ("a -- b, c--d, e --- f, g - h, i-j, xn--k", "a — b, c–d, e — f, g – h, i-j, xn--k"),
            ("wait... 9x9, not 0x99 (tm)", "wait… 9×9, not 0x99 ™"), ("``both''", "“both”"),
            (":) ;-) x:) :lol: 8-) (:)", "🙂 😉 x:) 😆 😎 (:)"), ("\"<b>bold</b>\"", "“<b>bold</b>”"),
            ("he said \"she's 6' 2\"\" tall", "he said “she’s 6′ 2″” tall"), ("'", "‘"), ("a\n:)", "a<br/>🙂"),
        ]
    )
    func made(body: String, html: String) { #expect(cleaner.html(body, format: .auto) == "<p>\(html)</p>") }

    @Test("are not made in code, pre and addresses")
    func spared() {
        let body = "<code>\"a\" -- :)</code><pre>'b'...</pre>"
        #expect(cleaner.html(body, format: .html) == body)
        #expect(cleaner.html("http://e.org/a--b", format: .auto).hasSuffix(">http://e.org/a--b</a></p>"))
    }

    @Test("are for the eye: rules and classifier see what was typed")
    func textAsTyped() {
        let rendered = cleaner.render("\"don't\" -- 9x9 :)")
        #expect(rendered.html == "<p>“don’t” — 9×9 🙂</p>")
        #expect(rendered.text == "\"don't\" -- 9x9 :)")
    }

    @Test("are off unless asked for")
    func off() {
        #expect(MarkupCleaner(MarkupOptions()).html("\"x\" -- :)", format: .text) == "<p>\"x\" -- :)</p>")
    }
}
