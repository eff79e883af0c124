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

    /// How many patterns of a scan answer it: one a field.
    var patternCount: Int { expression == nil ? 0 : fields.count }
}
