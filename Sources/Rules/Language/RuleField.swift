/// A text that a search check looks at; the raw value is its place among the texts of a scan.
public enum RuleField: Int, Sendable, CaseIterable, Hashable {
    case body
    /// The body less empty lines and lines that start with `>`.
    case bodyWithoutQuotes
    case commentID
    case authorName
    case email
    case website
    case ip
    case userAgent
    case postTitle
    case postURL
    case postDomain
    case postID
}

extension RuleField {
    /// What a check is about: the comment itself, its author, or the post it is on.
    enum Subject: Sendable, Hashable, CaseIterable {
        case comment
        case author
        case post
    }

    /// The field that a name stands for; nil where there is no such field here.
    init?(_ name: String, of subject: Subject) {
        switch (subject, name) {
        case (.comment, "body"): self = .body
        case (.comment, "id"): self = .commentID
        case (.author, "name"): self = .authorName
        case (.author, "email"): self = .email
        case (.author, "website"): self = .website
        case (.author, "ip"): self = .ip
        case (.author, "user_agent"): self = .userAgent
        case (.post, "title"): self = .postTitle
        case (.post, "url"): self = .postURL
        case (.post, "domain"): self = .postDomain
        case (.post, "id"): self = .postID
        default: return nil
        }
    }

    /// Whether what was found in it may be shown in a finding.
    var isPublic: Bool { self != .email && self != .ip && self != .userAgent }

    /// What it is called in a sentence.
    var label: String {
        switch self {
        case .body, .bodyWithoutQuotes: "the text"
        case .commentID: "the comment's id"
        case .authorName: "the name"
        case .email: "the e-mail address"
        case .website: "the website"
        case .ip: "the IP address"
        case .userAgent: "the user agent"
        case .postTitle: "the post's title"
        case .postURL: "the post's address"
        case .postDomain: "the post's domain"
        case .postID: "the post's id"
        }
    }
}
