import Comments

/// What a rule does to the comment.
public enum RuleAction: String, Sendable, CaseIterable, Hashable {
    case remove
    case spam
    case filter
    case report
    case approve

    /// Whether a rule with it is tried before all others, and ends the trying when it matches.
    public var isRemoval: Bool { self == .remove || self == .spam || self == .filter }

    /// The verdict it asks for.
    public var verdict: Verdict {
        switch self {
        case .remove: .trashed
        case .spam: .spam
        case .filter, .report: .held
        case .approve: .approved
        }
    }
}
