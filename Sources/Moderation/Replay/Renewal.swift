/// What is asked anew when a stored comment is judged again; all else stands as it was found then.
public enum Renewal: Sendable {
    /// Word lists, rules, settings and model: all that does not rest on the time of judgement.
    case everything
    /// The rules alone.
    case rules
}

extension Renewal {
    func asks(_ phase: Phase.Name) -> Bool {
        switch (self, phase) {
        case (_, .removalRules), (_, .otherRules): true
        case (.rules, _): false
        case (.everything, .validity), (.everything, .thread), (.everything, .duplicate), (.everything, .flood),
            (.everything, .trustedAuthor), (.everything, .previouslyApproved):
            false
        case (.everything, .blockedWords), (.everything, .holdAll), (.everything, .links), (.everything, .heldWords),
            (.everything, .spam):
            true
        }
    }
}
