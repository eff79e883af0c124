/// One step of judgement: reads what is known of a comment and reports signals.
public struct Phase: Sendable {
    /// The phases in the order in which they are asked.
    public enum Name: String, Sendable, CaseIterable {
        case validity
        case thread
        case duplicate
        case flood
        case trustedAuthor = "trusted_author"
        case blockedWords = "blocked_words"
        case removalRules = "removal_rules"
        case holdAll = "hold_all"
        case links
        case heldWords = "held_words"
        case previouslyApproved = "previously_approved"
        case otherRules = "other_rules"
        case spam
    }

    let name: Name
    let report: @Sendable (inout Hearing) throws -> Void

    init(_ name: Name, report: @escaping @Sendable (inout Hearing) throws -> Void) {
        self.name = name
        self.report = report
    }
}
