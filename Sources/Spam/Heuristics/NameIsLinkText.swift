import Text

extension Heuristic {
    static let nameIsLinkText = Heuristic(
        symbol: "name_is_link_text",
        sentence: "A link's text is the author's name.",
        defaultWeight: 1_200_000,
        test: .comment { evidence in
            guard evidence.reading.hasTags || evidence.reading.text.traits.hasBracket else { return nil }
            let name = evidence.sample.name.trimmed
            guard name.utf8.count > 1, isLinkText(name, in: evidence.sample.text) else { return nil }
            return "a link's text is the author's name"
        }
    )

    /// Whether `>name</a` or `]name[/url` stands in a body, A-Z like a-z.
    private static func isLinkText(_ name: String, in body: String) -> Bool {
        let name = name.utf8Span.span
        let body = body.utf8Span.span
        var index = 0
        while index + name.count + 4 < body.count {
            let byte = body[index]
            index += 1
            guard byte == UInt8(ascii: ">") || byte == UInt8(ascii: "]") else { continue }
            let end = index + name.count
            if body[end + 1] == UInt8(ascii: "/"), body[end] == UInt8(ascii: "<") || body[end] == UInt8(ascii: "["),
                (0..<name.count).allSatisfy({ body[index + $0].asciiLowercased == name[$0].asciiLowercased })
            {
                return true
            }
        }
        return false
    }
}
