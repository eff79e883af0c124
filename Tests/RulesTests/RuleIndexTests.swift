import Testing

@testable import Rules

/// The index leaves rules untried; whatever it leaves out must not match.
struct RuleIndexTests {
    private static let words = ["red", "green", "blue", "grey"]

    /// Rules of random searches over few words, so that many match.
    private static func rules(_ generator: inout SplitMix) -> String {
        (0..<12).map { number in
            var lines = ["priority: \(Int.random(in: 0...2, using: &generator))"]
            for check in 0..<Int.random(in: 1...3, using: &generator) {
                let negation = Bool.random(using: &generator) ? "~" : ""
                let values = (0...Int.random(in: 0...1, using: &generator)).map { _ in
                    words.randomElement(using: &generator)!
                }
                lines.append("\(negation)body+id#\(check): [\(values.joined(separator: ", "))]")
            }
            lines.append("author: {~name: \(words.randomElement(using: &generator)!)}")
            lines.append(
                ["action: filter", "action: remove", "score: 1", "tag: t\(number)"].randomElement(using: &generator)!
            )
            return lines.joined(separator: "\n")
        }.joined(separator: "\n---\n")
    }

    @Test("trying only the rules that the index names comes to the same as trying all")
    func completeness() throws {
        var generator = SplitMix(state: 4)
        var matches = 0
        for _ in 0..<40 {
            let tried = try TriedRules(Self.rules(&generator))
            for _ in 0..<20 {
                let body = (0..<3).map { _ in Self.words.randomElement(using: &generator)! }.joined(separator: " ")
                let subject = RuleSubject(body: body, authorName: Self.words.randomElement(using: &generator)!)
                let hits = tried.hits(subject)
                var lengths = BodyLengths(subject)
                var all = tried.rules.tried.indices.filter { tried.rules.tried[$0].holds(RuleFacts(), hits, &lengths) }
                if let first = all.first, tried.rules.tried[first].rule.isRemoval { all = [first] }
                #expect(tried.rules.matching(subject, facts: RuleFacts(), hits: hits) == all)
                matches += all.count
            }
        }
        #expect(matches > 500)
    }
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
