import Testing

@testable import Spam

@Suite("Addresses in a text")
struct AddressTests {
    @Test(
        "are found with their hosts",
        arguments: [
            ("see http://www.Example.com/a?b and https://e.org:8080/", ["example.com", "e.org"]),
            ("www.test.nowhere/x", ["test.nowhere"]),
            ("visit shop.example.com today, or murdev.com.", ["shop.example.com", "murdev.com"]),
            ("t.me/join is.gd/x", ["t.me", "is.gd"]),
            ("http://user:pw@evil.example/", ["evil.example"]),
            ("[url=http://a.example]x[/url]", ["a.example"]),
            ("(http://a.example), \"http://b.example\"", ["a.example", "b.example"]),
            ("<a href=\"https://c.example/p\">x</a>", ["c.example"]),
            ("google.co.uk and xn--e1afmkfd.com", ["google.co.uk", "xn--e1afmkfd.com"]),
            ("http://", [""]),
            ("mail me@example.com", []),
            ("end.Start of e.g. a sentence.No, 3.14 and 1.2.3 or and/or", []),
            ("", []),
        ]
    )
    func hosts(text: String, hosts: [String]) {
        let reading = Fixtures.reading(text)
        let found = reading.addresses.map { String(decoding: reading.text.bytes[$0.host], as: UTF8.self) }
        #expect(found == hosts)
    }

    @Test("follow one another and never overlap")
    func order() {
        let reading = Fixtures.reading(
            "http://a.com/http://b.com.www.c.com x.com/http://d.com ://.www.:// www.www.www."
        )
        for (first, second) in zip(reading.addresses, reading.addresses.dropFirst()) {
            #expect(first.range.upperBound <= second.range.lowerBound)
        }
        #expect(reading.addresses.allSatisfy { $0.range.contains($0.host.lowerBound) || $0.host.isEmpty })
    }
}
