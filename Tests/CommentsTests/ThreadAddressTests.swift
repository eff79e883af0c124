import Testing

@testable import Comments

@Suite("Thread addresses")
struct ThreadAddressTests {
    private static let site = SiteAddress("https://blog.example/")

    @Test(
        "the same post has one canonical address",
        arguments: [
            ("https://blog.example/2024/foo-bar/", "https://blog.example/2024/foo-bar"),
            ("http://blog.example/2024/foo-bar", "https://blog.example/2024/foo-bar"),
            ("HTTP://BLOG.Example:80/2024/foo-bar/#comments", "https://blog.example/2024/foo-bar"),
            ("https://blog.example:443/2024/foo-bar//", "https://blog.example/2024/foo-bar"),
            ("https://blog.example:/2024/foo-bar?", "https://blog.example/2024/foo-bar"),
            ("//blog.example/2024/foo-bar", "https://blog.example/2024/foo-bar"),
            ("/2024/foo-bar/", "https://blog.example/2024/foo-bar"),
            ("2024/foo-bar", "https://blog.example/2024/foo-bar"),
            ("https://blog.example", "https://blog.example"),
            ("https://blog.example/", "https://blog.example"),
            ("/", "https://blog.example"),
            ("https://blog.example/?p=12", "https://blog.example?p=12"),
            ("?p=12", "https://blog.example?p=12"),
            ("12", "https://blog.example/12"),
            ("https://blog.example/Foo/?A=B#c", "https://blog.example/Foo?A=B"),
            ("https://blog.example:8080/a", "https://blog.example:8080/a"),
            ("https://blog.example:80/a", "https://blog.example:80/a"),
            ("http://blog.example:443/a", "https://blog.example/a"),
            ("http://[2001:DB8::1]:8080/a/", "https://[2001:db8::1]:8080/a"),
            ("https://MÜLLER.example/straße/", "https://müller.example/straße"),
            ("https://blog.example/a%2Fb/../c", "https://blog.example/a%2Fb/../c"),
            ("https://blog.example/what?next=http://x.example/y", "https://blog.example/what?next=http://x.example/y"),
        ]
    )
    func canonical(text: String, expected: String) throws {
        let address = try ThreadAddress(text, on: Self.site)
        #expect(address.canonical == expected)
        #expect(try ThreadAddress(expected, on: Self.site).canonical == expected)
    }

    @Test(
        "what is shown is what was sent, made absolute, without its fragment",
        arguments: [
            ("HTTP://Blog.Example:80/a/#b", "HTTP://Blog.Example:80/a/"),
            ("/a/?b", "https://blog.example/a/?b"),
            ("a/", "https://blog.example/a/"),
        ]
    )
    func shown(text: String, expected: String) throws {
        #expect(try ThreadAddress(text, on: Self.site).url == expected)
    }

    @Test("a site below a path: a bare slug is below it, a rooted path is below the host")
    func below() throws {
        let site = SiteAddress("http://Library.example/blog")
        #expect(site?.base == "http://Library.example/blog/")
        #expect(site?.host == "library.example")
        #expect(try ThreadAddress("a/", on: site).canonical == "https://library.example/blog/a")
        #expect(try ThreadAddress("/blog/a/", on: site).canonical == "https://library.example/blog/a")
    }

    @Test("without the site's address a path stands for itself")
    func siteless() throws {
        #expect(try ThreadAddress("a/b/#c", on: nil) == ThreadAddress(canonical: "/a/b", url: "/a/b/"))
        #expect(try ThreadAddress("/", on: nil).canonical == "/")
        #expect(try ThreadAddress("?p=1", on: nil).canonical == "/?p=1")
    }

    @Test(
        "what names no thread is refused with its reason",
        arguments: [
            ("", .empty), ("#top", .empty),
            ("javascript:alert(1)", .otherScheme), ("ftp://blog.example/", .otherScheme), ("mailto:a", .otherScheme),
            ("https://ada:secret@blog.example/", .userInfo), ("https://blog.example@evil.example/", .userInfo),
            ("https://", .invalidHost), ("https:///a", .invalidHost), ("http://?a", .invalidHost),
            ("///a", .invalidHost),
            ("https://blog..example/", .invalidHost), ("https://.example/", .invalidHost),
            ("https://blog.example:99999/", .invalidHost), ("https://blog.example:x/", .invalidHost),
            ("https://[::1/", .invalidHost), ("https://[::g]/", .invalidHost), ("https://[::1]x/", .invalidHost),
            ("https://bl%6Fg.example/", .invalidHost), ("https://blog\u{200B}.example/", .invalidHost),
            ("https://blog.example/a b", .invalidCharacter), ("/a\nb", .invalidCharacter),
            ("https://blog.example\\@evil.example/", .invalidCharacter), ("/\"><script>", .invalidCharacter),
            (String(repeating: "a", count: 2049), .tooLong(bytes: 2049)),
        ] as [(String, ThreadAddressError)]
    )
    func refused(text: String, error: ThreadAddressError) {
        #expect(throws: error) { try ThreadAddress(text, on: Self.site) }
    }

    @Test("another host is foreign, another scheme or case of the host is not")
    func foreign() throws {
        #expect(try !ThreadAddress("http://BLOG.example/a", on: nil).isForeign(to: Self.site))
        #expect(try ThreadAddress("https://blog.example:8080/a", on: nil).isForeign(to: Self.site))
        #expect(try ThreadAddress("https://evil.example/a", on: nil).isForeign(to: Self.site))
        #expect(try !ThreadAddress("https://evil.example/a", on: nil).isForeign(to: nil))
        #expect(try !ThreadAddress("/a", on: nil).isForeign(to: Self.site))
    }
}
