/// What a handler knows of the connection by which a submission came.
public enum ConnectionField: Sendable, CaseIterable {
    case ip
    case userAgent
    case referrer

    /// The names under which a submission says it, ours first.
    public var spellings: [String] {
        let names =
            switch self {
            case .ip: SubmissionField.ip
            case .userAgent: SubmissionField.userAgent
            case .referrer: SubmissionField.referrer
            }
        return names.map(\.spelling)
    }
}
