import Testing

@testable import Spam

@Suite("Near-duplicates")
struct SignatureTests {
    private let text = """
        Hello admin, I really enjoyed reading this article and I think that everyone who wants to earn some money from home \
        should have a look at my page where I explain how it works step by step.
        """

    private func signature(_ text: String) -> Signature? { Signature(Fixtures.reading(text)) }

    @Test("share a band and most bytes")
    func near() throws {
        let one = try #require(signature(text))
        for other in [
            text, text.uppercased(), text + " Thanks!", text.replacing("admin", with: "webmaster"),
            text + " http://spam.example/\(Int.max)", text.replacing("e", with: "\u{0435}"),
        ] {
            let two = try #require(signature(other))
            #expect(one.similarity(to: two.bytes) >= Signature.nearDuplicate)
            #expect(zip(one.bands, two.bands).contains { $0 == $1 })
        }
    }

    @Test("are not texts that only have words in common")
    func far() throws {
        let one = try #require(signature(text))
        let two = try #require(
            signature(
                "I think that this article is wrong about bread: the dough needs a whole night, and everyone who bakes at home knows it."
            )
        )
        #expect(one.similarity(to: two.bytes) < 0.3)
        #expect(!zip(one.bands, two.bands).contains { $0 == $1 })
    }

    @Test(
        "are not looked for among short texts",
        arguments: [
            "", "Thanks!", "I agree with that, thank you", "http://a.example/" + String(repeating: "x", count: 200),
        ]
    )
    func short(text: String) {
        #expect(signature(text) == nil)
    }

    @Test("have a signature that is stored and read back")
    func stored() throws {
        let one = try #require(signature(text))
        #expect(Signature(bytes: one.bytes, bands: one.bands) == one)
        #expect(Signature(bytes: [], bands: one.bands) == nil)
        #expect(one.similarity(to: []) == 0)
    }
}
