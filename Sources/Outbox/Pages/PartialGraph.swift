/// Which template includes which (`{{> name}}`), so that none includes itself without end.
struct PartialGraph {
    private let partials: [String: [String]]

    init(_ texts: [String: String]) {
        partials = texts.mapValues(Self.partials)
    }

    /// The first template, by name, that is reached from itself; nil where there is none.
    var templateThatIncludesItself: String? {
        partials.keys.sorted().first { name in
            var reached: Set<String> = []
            var open = partials[name] ?? []
            while let next = open.popLast() {
                if next == name { return true }
                if reached.insert(next).inserted { open += partials[next] ?? [] }
            }
            return false
        }
    }

    private static func partials(of text: String) -> [String] {
        text.split(separator: "{{").compactMap { tag in
            let content = tag.drop(while: \.isWhitespace)
            guard let sign = content.first, sign == ">" || sign == "<" else { return nil }
            let name = content.dropFirst().drop(while: \.isWhitespace).prefix { $0 != "}" && !$0.isWhitespace }
            return String(name)
        }
    }
}
