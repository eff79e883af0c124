import Patterns

/// A site's rules, read, and their patterns collected.
public struct RuleSet: Sendable {
    /// In file order.
    public let rules: [Rule]
    /// Of all files, in order.
    public let diagnostics: [RuleDiagnostic]
    /// Rules in the order in which they are tried: removals by priority, then the others in file order.
    let removals: [CollectedRule]
    let others: [CollectedRule]
    /// Which fields any rule looks at.
    let fields: Set<RuleField>
    private let firstField: Int

    /// Whether an error forbids its use.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The file's name and text of each rule file.
    public typealias File = (name: String, text: String)

    /// Reads rule files, in the order given, and adds their patterns to `collector`, whose fields from `firstField` on are
    /// `RuleField`'s.
    public init(_ files: [File], into collector: inout PatternCollector, firstField: Int = 0) {
        var rules: [Rule] = []
        var diagnostics: [RuleDiagnostic] = []
        for file in files {
            for document in RuleDocument.split(file.text, file: file.name) {
                var reader = RuleReader(document)
                if case .rule(let rule) = reader.read() { rules.append(rule) }
                diagnostics.append(contentsOf: reader.diagnostics)
            }
        }
        let collected = rules.map { CollectedRule($0, into: &collector, firstField: firstField) }
        self.rules = rules
        self.diagnostics = diagnostics
        self.firstField = firstField
        fields = Set(rules.flatMap(\.searches).flatMap(\.fields))
        removals = collected.enumerated().filter { $0.element.rule.action?.isRemoval == true }
            .sorted { ($1.element.rule.priority, $0.offset) < ($0.element.rule.priority, $1.offset) }.map(\.element)
        others = collected.filter { $0.rule.action?.isRemoval != true }
    }

    /// The texts to be scanned for the rules, in the order of the collector's fields from `firstField` on; nil for those that no rule looks
    /// at.
    public func texts(of subject: RuleSubject) -> [String?] {
        RuleField.allCases.map { fields.contains($0) ? subject.text(of: $0) : nil }
    }
}

/// A rule and its checks' patterns.
struct CollectedRule: Sendable {
    let rule: Rule
    /// For each of the rule's checks that searches: a pattern for each of its fields.
    let patterns: [[PatternID]]

    init(_ rule: Rule, into collector: inout PatternCollector, firstField: Int) {
        self.rule = rule
        patterns = rule.checks.map { check in
            guard case .search(let search) = check, let expression = search.expression else { return [] }
            return search.fields.map { field in
                collector.add(anyOf: expression.alternatives, field: firstField + field.rawValue)
            }
        }
    }
}
