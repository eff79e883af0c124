public import Comments

/// A finding, the phase that reported it and what it does to the verdict.
public struct Signal: Sendable, Hashable {
    public enum Effect: Sendable, Hashable {
        /// Evidence for the score, or a note for the moderator.
        case none
        /// The first that settles wins, whatever is raised.
        case settles(Verdict)
        /// The strictest of what is raised wins; a rule's approval may lift it where `liftable`.
        case raises(Verdict, liftable: Bool)
        /// A rule's approval.
        case lifts
        /// Says what the score came to. The score itself counts, not this signal.
        case concludes
    }

    public let phase: Phase.Name
    public let finding: Finding
    public let effect: Effect
    /// What the sender is told where the signal rejects.
    public let problem: Problem?

    init(_ phase: Phase.Name, _ finding: Finding, _ effect: Effect = .none, problem: Problem? = nil) {
        self.phase = phase
        self.finding = finding
        self.effect = effect
        self.problem = problem
    }
}
