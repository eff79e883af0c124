extension RuleSet {
    /// Whether a rule asks for karma or age, which only the author's past tells.
    public var asksAuthorsPast: Bool {
        rules.contains { rule in
            rule.checks.contains { if case .thresholds = $0 { true } else { false } }
        }
    }

    /// Whether a rule asks who an author of proven address is to this site.
    public var asksForContributors: Bool {
        rules.contains { rule in
            rule.checks.contains { if case .isContributor = $0 { true } else { false } }
        }
    }

    public func looksAt(_ field: RuleField) -> Bool { fields.contains(field) }
}
