import Comments

/// A field of a comment that a column may hold; also the keys of our JSON lines.
public enum ImportColumn: String, CaseIterable, Sendable {
    case thread
    case title
    case id
    case parent
    case name
    case email
    case website
    case ip
    case userAgent
    case body
    case format
    case submittedAt
    case verdict

    /// The value that is written; nil for none.
    func text(of comment: ImportedComment) -> String? {
        switch self {
        case .thread: comment.thread
        case .title: comment.title
        case .id: comment.senderID
        case .parent: comment.parentID
        case .name: comment.name
        case .email: comment.email
        case .website: comment.website
        case .ip: comment.ip
        case .userAgent: comment.userAgent
        case .body: comment.body
        case .format: comment.format.rawValue
        case .submittedAt: comment.submittedAt?.description
        case .verdict: comment.verdict?.rawValue
        }
    }
}
