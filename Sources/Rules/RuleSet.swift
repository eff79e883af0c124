public import Patterns

/// A site's rules, read, and their patterns collected.
public struct RuleSet: Sendable {
    /// In the order in which they are tried: removals by priority, then the others in file order.
    let tried: [CollectedRule]
    /// What there is to say of the files, in order.
    public let diagnostics: [RuleDiagnostic]
    /// The number that `RuleField`'s first has among the fields of a scan.
    let firstField: Int
    let index: RuleIndex
    /// Whether a rule asks for karma or age, which only the author's past tells.
    public let asksAuthorsPast: Bool
    /// Whether a rule asks who an author of proven address is to this site.
    public let asksForContributors: Bool
    /// Which fields a rule looks at.
    private let fields: Set<RuleField>

    public var count: Int { tried.count }
    public var isEmpty: Bool { tried.isEmpty }

    /// Whether an error forbids its use.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    public func looksAt(_ field: RuleField) -> Bool { fields.contains(field) }

    init(_ tried: [CollectedRule], diagnostics: [RuleDiagnostic], firstField: Int) {
        self.tried = tried
        self.diagnostics = diagnostics
        self.firstField = firstField
        index = RuleIndex(tried)
        var looked = [Bool](repeating: false, count: RuleField.allCases.count)
        var asksPast = false
        var asksContributors = false
        for place in tried.indices {
            for check in tried[place].rule.checks {
                switch check {
                case .search(let search): for field in search.fields { looked[field.rawValue] = true }
                case .thresholds: asksPast = true
                case .isContributor: asksContributors = true
                default: break
                }
            }
        }
        fields = Set(RuleField.allCases.filter { looked[$0.rawValue] })
        asksAuthorsPast = asksPast
        asksForContributors = asksContributors
    }

    /// The texts to be scanned for the rules, in the order of the collector's fields from `firstField` on; nil for those that no rule looks
    /// at.
    public func texts(of subject: RuleSubject) -> [String?] {
        if fields.isEmpty { return [String?](repeating: nil, count: RuleField.allCases.count) }
        return RuleField.allCases.map { fields.contains($0) ? subject.text(of: $0) : nil }
    }

    /// Which of the rules' patterns hold for a subject.
    func hits(_ subject: RuleSubject, _ scanner: PatternScanner) -> PatternHits {
        scanner.scan([String?](repeating: nil, count: firstField) + texts(of: subject))
    }
}

extension RuleSet {
    /// The file's name and text of each rule file.
    public typealias File = (name: String, text: String)

    /// Reads rule files, in the order given, and adds their patterns to `collector`, whose fields from `firstField` on are
    /// `RuleField`'s.
    public init(_ files: [File], into collector: inout PatternCollector, firstField: Int = 0) {
        var removals: [CollectedRule] = []
        var others: [CollectedRule] = []
        var diagnostics: [RuleDiagnostic] = []
        for file in files {
            for document in RuleDocument.split(file.text, file: file.name) {
                var reader = RuleReader(document)
                if case .rule(let rule) = reader.read() {
                    let collected = CollectedRule(rule, into: &collector, firstField: firstField)
                    if rule.isRemoval { removals.append(collected) } else { others.append(collected) }
                }
                diagnostics.append(contentsOf: reader.diagnostics)
            }
        }
        let byPriority = removals.enumerated().sorted { a, b in
            (b.element.rule.priority, a.offset) < (a.element.rule.priority, b.offset)
        }
        self.init(byPriority.map(\.element) + others, diagnostics: diagnostics, firstField: firstField)
    }
}

/// A rule and the patterns of its checks: those of a scan from `firstPattern` on, check after check, field after field.
struct CollectedRule: Sendable {
    let rule: Rule
    let firstPattern: Int
}

extension CollectedRule {
    init(_ rule: Rule, into collector: inout PatternCollector, firstField: Int) {
        self.init(rule: rule, firstPattern: collector.count)
        for case .search(let search) in rule.checks {
            guard let expression = search.expression else { continue }
            let alternatives = expression.alternatives
            for field in search.fields {
                _ = collector.add(anyOf: alternatives, field: firstField + field.rawValue)
            }
        }
    }

    /// The patterns of each check, in order; none for a check that is no search.
    var patterns: [Range<Int>] {
        var next = firstPattern
        return rule.checks.map { check in
            let start = next
            if case .search(let search) = check { next += search.patternCount }
            return start..<next
        }
    }
}
