import Comments
import Rules

extension Phase {
    /// Rules with `remove`, `spam` or `filter`: the first that matches settles, and no other rule is tried.
    static let removalRules = Phase(.removalRules) { hearing in
        let outcome = try hearing.ruleOutcome()
        hearing.rules = outcome
        if !hearing.analysis.hits.exceeded.isEmpty {
            hearing.note(.patternLimit, "A pattern would have taken too long on this text and counts as not matching.")
        }
        guard let removal = outcome.removal, let action = removal.action else { return }
        hearing.add(Signal(removal, .settles(action.verdict)))
    }
}

extension Signal {
    /// A rule that matched; its symbol says what it does, its note which rule it is.
    init(_ match: RuleMatch, _ effect: Effect) {
        let symbol = Symbol(match.action)
        self.init(symbol.phase, Finding(symbol.rawValue, weight: match.score, note: match.finding.note), effect)
    }
}
