import Text

extension Heuristic {
    static let foreignMarkup = Heuristic(
        symbol: "foreign_markup",
        sentence: "The body has link markup of forums or wikis, which posting programs write to be sure.",
        defaultWeight: 1_800_000,
        test: .comment { evidence in
            guard evidence.reading.text.traits.hasBracket else { return nil }
            return found(in: evidence.sample.text).map { "has \($0), markup of another system" }
        }
    )

    private static func found(in text: String) -> String? {
        let text = text.utf8Span.span
        for index in text.indices where text[index] == UInt8(ascii: "[") {
            if let mark = marks.first(where: { starts(text, index + 1, with: $0) }) { return "[\(mark)" }
        }
        return nil
    }

    private static let marks: [StaticString] = ["url=", "url]", "link=", "/url]", "/link]", "img]", "[http"]

    private static func starts(_ text: Span<UInt8>, _ start: Int, with mark: StaticString) -> Bool {
        guard start + mark.utf8CodeUnitCount <= text.count else { return false }
        return (0..<mark.utf8CodeUnitCount).allSatisfy {
            text[start + $0].asciiLowercased == mark.utf8Start[$0]
        }
    }
}
