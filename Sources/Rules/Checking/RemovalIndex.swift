import Patterns

/// Removal rules in the order in which they are tried, to be asked which of them leave a rule nothing; thousands are told apart by what they search for.
struct RemovalIndex {
    private struct Sought: Hashable {
        let pattern: Pattern
        let field: RuleField
    }

    private var rules: [Rule] = []
    /// Those that search for something, by each thing their first search looks for.
    private var seeking: [Sought: [Int]] = [:]
    /// Those that cover a rule by other checks alone.
    private var others: [Int] = []

    mutating func append(_ rule: Rule) {
        if let search = rule.positiveSearches.first {
            for pattern in search.expression?.alternatives ?? [] {
                for field in search.fields {
                    seeking[Sought(pattern: pattern, field: field), default: []].append(rules.count)
                }
            }
        } else {
            others.append(rules.count)
        }
        rules.append(rule)
    }

    /// The first that matches every comment that `rule` matches.
    func first(covering rule: Rule) -> Rule? {
        var places = others
        for search in rule.positiveSearches {
            // Who covers the search looks for all that it looks for, and so for its first.
            guard let pattern = search.expression?.alternatives.first, let field = search.fields.first else { continue }
            places += seeking[Sought(pattern: pattern, field: field)] ?? []
        }
        return places.filter { rules[$0].covers(rule) }.min().map { rules[$0] }
    }
}

extension Rule {
    fileprivate var positiveSearches: [SearchCheck] { searches.filter { $0.expression != nil && !$0.isNegated } }
}
