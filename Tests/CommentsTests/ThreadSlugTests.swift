import Digests
import Testing

@testable import Comments

@Suite("Thread slugs")
struct ThreadSlugTests {
    private static let site = SiteAddress("https://blog.example/")

    private func slug(_ text: String) throws -> String {
        ThreadSlug.slug(of: try ThreadAddress(text, on: Self.site), on: Self.site)
    }

    @Test(
        "a plain path of the site is its own slug",
        arguments: [
            ("https://blog.example/2024/foo-bar/", "2024/foo-bar"), ("/a_b/-/0", "a_b/-/0"), ("12", "12"),
            ("https://blog.example/", "_"), ("http://blog.example", "_"),
            (String(repeating: "a", count: 120), String(repeating: "a", count: 120)),
        ]
    )
    func plain(text: String, expected: String) throws {
        #expect(try slug(text) == expected)
    }

    @Test(
        "any other thread has a stem and a digest, in one segment",
        arguments: [
            ("/?p=12", "p-12", "https://blog.example?p=12"),
            ("/2024/Foo.html", "2024-foo-html", "https://blog.example/2024/Foo.html"),
            ("/a/?b=c/", "a-b-c", "https://blog.example/a?b=c/"),
            ("https://other.example/a", "other-example-a", "https://other.example/a"),
            ("https://other.example", "other-example", "https://other.example"),
            ("/../../etc/passwd", "etc-passwd", "https://blog.example/../../etc/passwd"),
            ("..", "", "https://blog.example/.."),
            ("/a//b", "a-b", "https://blog.example/a//b"),
            ("/страница", "", "https://blog.example/страница"),
            ("/caffè/Ünder", "caff-nder", "https://blog.example/caffè/Ünder"),
            ("/_", "_", "https://blog.example/_"),
            (
                "/" + String(repeating: "a", count: 121), String(repeating: "a", count: 80),
                "https://blog.example/" + String(repeating: "a", count: 121)
            ),
        ]
    )
    func derived(text: String, stem: String, canonical: String) throws {
        #expect(try slug(text) == stem + "~" + SHA256.digest(canonical).hex(4))
    }

    @Test("the digest is SHA-256's first eight hexadecimal digits")
    func digest() {
        let thread = ThreadAddress(canonical: "test", url: "test")
        #expect(ThreadSlug.slug(of: thread, on: nil).hasSuffix("~9f86d081"))
    }
}
