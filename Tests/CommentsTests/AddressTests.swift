import Testing

@testable import Comments

@Suite("E-mail and website addresses")
struct AddressTests {
    @Test(
        "addresses that WordPress takes",
        arguments: [
            "ada@mail.example", ".a..b.@x.c", "a@192.0.2.7", "a!#$%&'*+/=?^_`{|}~.-z@x.example", "A@B-c.De",
            "a@" + String(repeating: "x", count: 70) + ".example",
        ]
    )
    func valid(email: String) {
        #expect(EmailAddress.isValid(email))
    }

    @Test(
        "addresses that it does not take",
        arguments: [
            "", "a@b.c", "ada", "@mail.example", "a@localhost", "\"a b\"@x.example", "a@[192.0.2.7]", "ä@mail.example",
            "a@mäil.example",
            "a@@mail.example", "a@b@mail.example", "a@-mail.example", "a@mail-.example", "a@mail..example",
            "a@.mail.example", "a@mail.example.",
            "a b@mail.example", "a@mail.example\nBcc: b@mail.example", "a,b@mail.example", "a@mail.exa_mple",
        ]
    )
    func invalid(email: String) {
        #expect(!EmailAddress.isValid(email))
    }

    @Test(
        "websites",
        arguments: [
            ("https://x.example", "https://x.example"), ("Https://X.example/Y", "https://X.example/Y"),
            ("x.example", "http://x.example"),
            ("x.example:8080", "http://x.example:8080"), ("//x.example/a", "http://x.example/a"),
            ("http://localhost", "http://localhost"),
            ("x.example/a?u=https://y", "http://x.example/a?u=https://y"),
            ("localhost", nil), ("http:x.example", nil), ("http://", nil), ("data:text/html,x.y", nil),
            ("x.example/a b", nil),
            ("a@x.example", nil), (".", nil), ("", nil), (":", nil),
        ]
    )
    func website(text: String, expected: String?) {
        #expect(WebsiteAddress.normalized(text) == expected)
    }
}
