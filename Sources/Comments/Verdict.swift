/// What became of a submission.
public enum Verdict: String, Sendable, CaseIterable, Hashable {
    case approved
    case held
    case spam
    case trashed
    /// Refused with problems; never published, never judged again.
    case rejected

    /// How strict it is: of several verdicts raised for one comment the strictest wins.
    public var strictness: Int {
        switch self {
        case .approved: 0
        case .held: 1
        case .trashed: 2
        case .spam: 3
        case .rejected: 4
        }
    }
}
