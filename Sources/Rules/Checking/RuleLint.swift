import Patterns
import Text

/// What is allowed but probably not meant: rules that can never match, rules that an earlier one leaves nothing, removals of nearly every comment,
/// patterns that take long.
public enum RuleLint {
    /// - Parameter database: compiled from the collector that the rules' patterns were added to.
    public static func diagnostics(of rules: RuleSet, database: PatternDatabase) -> [RuleDiagnostic] {
        var found: [RuleDiagnostic] = []
        for rule in rules.tried.lazy.map(\.rule) {
            if let reason = rule.neverMatches {
                found.append(rule.warning("can never match: \(reason)", mend: "mend the check or drop the rule"))
            } else if rule.isRemoval, rule.matchesNearlyAll {
                found.append(rule.warning("matches nearly every comment", mend: "add a check"))
            }
        }
        found += shadowed(rules)
        found += slow(rules, database)
        return found.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }

    private static func shadowed(_ rules: RuleSet) -> [RuleDiagnostic] {
        var found: [RuleDiagnostic] = []
        var earlier = RemovalIndex()
        for later in rules.tried.lazy.map(\.rule) where later.neverMatches == nil {
            if let wider = earlier.first(covering: later) {
                found.append(
                    later.warning(
                        "is never reached: \(wider.place) removes all that it matches",
                        mend: "drop it or give it a higher priority"
                    )
                )
            }
            if later.isRemoval { earlier.append(later) }
        }
        return found
    }

    private static func slow(_ rules: RuleSet, _ database: PatternDatabase) -> [RuleDiagnostic] {
        let unscanned = Set(database.unscanned.map(\.index))
        var found: [RuleDiagnostic] = []
        for collected in rules.tried {
            for (check, patterns) in zip(collected.rule.checks, collected.patterns) {
                guard case .search(let search) = check, let expression = search.expression else { continue }
                if patterns.contains(where: unscanned.contains), expression.alternatives.contains(where: \.isExpression)
                {
                    let place = collected.rule.place
                    found.append(
                        RuleDiagnostic(
                            .note,
                            file: place.file,
                            document: place.document,
                            line: search.line,
                            column: search.column,
                            "every comment is searched for \(search.name) by itself: nothing in it can be scanned for"
                        )
                    )
                }
                if expression.alternatives.contains(where: \.isExponential) {
                    found.append(
                        collected.rule.warning(
                            "\(search.name) has a repeat within a repeat: on a long text it may exceed the limits and count as none",
                            line: search.line,
                            column: search.column,
                            mend: "repeat only one of the two"
                        )
                    )
                }
                if let refused = expression.alternatives.first(where: \.isRefused) {
                    found.append(
                        RuleDiagnostic(
                            .error,
                            file: collected.rule.place.file,
                            document: collected.rule.place.document,
                            line: search.line,
                            column: search.column,
                            "\(refused.summary) is too large to be compiled",
                            mend: "make its repeats smaller"
                        )
                    )
                }
            }
        }
        return found
    }
}

extension Rule {
    fileprivate func warning(
        _ message: String,
        line: Int? = nil,
        column: Int = 1,
        mend: String? = nil
    ) -> RuleDiagnostic {
        let text = line == nil ? "the rule " + message : message
        return RuleDiagnostic(
            .warning,
            file: place.file,
            document: place.document,
            line: line ?? place.line,
            column: column,
            text,
            mend: mend
        )
    }
}

extension Pattern {
    fileprivate var isExpression: Bool {
        if case .expression = self { true } else { false }
    }

    fileprivate var isExponential: Bool {
        if case .expression(let expression) = self { ExpressionCost(of: expression) == .exponential } else { false }
    }

    fileprivate var isRefused: Bool {
        if case .expression(let expression) = self { !expression.isAccepted } else { false }
    }

    fileprivate var summary: String {
        switch self {
        case .literal(let text, _, _): text.shortened()
        case .expression(let expression): expression.source.shortened()
        }
    }
}
