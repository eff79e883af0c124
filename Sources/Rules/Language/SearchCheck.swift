import Patterns

/// A check that looks for values in texts.
struct SearchCheck: Sendable {
    /// The key without its modifiers, as a placeholder names it: `~title+body#2`.
    let name: String
    let subject: RuleField.Subject
    let fields: [RuleField]
    let isNegated: Bool
    /// Nil where the list of values is empty: such a check always holds.
    let expression: SearchExpression?
    let line: Int
    let column: Int
}

/// What a search check looks for.
struct SearchExpression: Sendable {
    /// Answers whether, part by part.
    let alternatives: [Pattern]
    /// Answers where, and what each group holds.
    let locator: ExpressionLocator
    /// Each of several regular expressions alone, to tell which was found.
    let single: [(value: String, locator: ExpressionLocator)]

    init(alternatives: [Pattern], text: String, values: [String], method: SearchMethod) {
        self.alternatives = alternatives
        locator = ExpressionLocator(text, ignoringCase: method.ignoresCase)
        single =
            method.isRegex
            ? values.map { ($0, ExpressionLocator(method.expressionText(of: [$0]), ignoringCase: method.ignoresCase)) }
            : []
    }

    /// The regular expression that is found in a text; nil where values are plain.
    func value(foundIn text: String) -> String? {
        single.count == 1 ? single[0].value : single.first { $0.locator.firstMatch(in: text) != nil }?.value
    }
}
