import Text

extension Heuristic {
    static let nameIsLinkText = Heuristic(
        symbol: "name_is_link_text",
        sentence: "A link's text is the author's name.",
        defaultWeight: 1_200_000,
        test: .comment { evidence in
            guard evidence.reading.hasTags || evidence.reading.text.traits.hasBracket else { return nil }
            let name = evidence.sample.name.trimmed
            var body = evidence.sample.text
            guard name.utf8.count > 1, body.withUTF8({ isLinkText(name, in: $0) }) else { return nil }
            return "a link's text is the author's name"
        }
    )

    /// Whether `>name</a` or `]name[/url` stands in a body, A-Z like a-z.
    private static func isLinkText(_ name: String, in body: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = name.utf8Span.span
        var index = 0
        while true {
            index = body.firstIndex(ofAny: UInt8(ascii: ">"), UInt8(ascii: "]"), from: index) + 1
            guard index + name.count + 3 < body.count else { return false }
            let end = index + name.count
            if body[end + 1] == UInt8(ascii: "/"), body[end] == UInt8(ascii: "<") || body[end] == UInt8(ascii: "["),
                (0..<name.count).allSatisfy({ body[index + $0].asciiLowercased == name[$0].asciiLowercased })
            {
                return true
            }
        }
    }
}
