/// Every name under which a submission's field may come: ours, WordPress's form's, Staticman's, and those of common static-comment forms.
enum SubmissionName: Int, CaseIterable {
    case thread
    case post
    case postURL
    case url
    case slug
    case postID
    case optionsSlug

    case title
    case postTitle

    case id

    case name
    case author
    case fieldsName

    case email
    case fieldsEmail

    case website
    case authorURL
    case fieldsWebsite
    case fieldsURL

    case body
    case comment
    case message
    case content
    case fieldsMessage
    case fieldsComment
    case fieldsBody

    case parent
    case parentID
    case commentParent
    case inReplyTo
    case fieldsParent

    case format

    case submittedAt
    case submittedAtSnake
    case date
    case timestamp

    case ip
    case remoteAddress
    case ipAddress

    case userAgent
    case userAgentSnake

    case referrer
    case referer
    case httpReferer

    case subscribe
    case subscribeComments

    case authorToken
    case authorTokenSnake

    case action
    case token

    var spelling: String {
        switch self {
        case .postURL: "post_url"
        case .postID: "comment_post_ID"
        case .optionsSlug: "options[slug]"
        case .postTitle: "post_title"
        case .fieldsName: "fields[name]"
        case .fieldsEmail: "fields[email]"
        case .authorURL: "author_url"
        case .fieldsWebsite: "fields[website]"
        case .fieldsURL: "fields[url]"
        case .fieldsMessage: "fields[message]"
        case .fieldsComment: "fields[comment]"
        case .fieldsBody: "fields[body]"
        case .parentID: "parent_id"
        case .commentParent: "comment_parent"
        case .inReplyTo: "in_reply_to"
        case .fieldsParent: "fields[parent]"
        case .submittedAtSnake: "submitted_at"
        case .remoteAddress: "remote_addr"
        case .ipAddress: "ip_address"
        case .userAgentSnake: "user_agent"
        case .httpReferer: "http_referer"
        case .subscribeComments: "subscribe_comments"
        case .authorTokenSnake: "author_token"
        default: "\(self)"
        }
    }

    /// Whether a visitor's form may not say it.
    var isOwnersOnly: Bool {
        switch self {
        case .id, .submittedAt, .submittedAtSnake, .date, .timestamp, .ip, .remoteAddress, .ipAddress, .title,
            .postTitle,
            .userAgent, .userAgentSnake, .referrer, .referer, .httpReferer:
            true
        default:
            false
        }
    }

    /// Of the spelling's bytes; nil for a name that is unknown.
    init?(spelling: UnsafeBufferPointer<UInt8>) {
        let byLength = Self.byLength
        guard let first = spelling.first, spelling.count < byLength.count else { return nil }
        for (bytes, name) in byLength[spelling.count] where bytes[0] == first && spelling.elementsEqual(bytes) {
            self = name
            return
        }
        return nil
    }

    private static let byLength: [[(bytes: [UInt8], name: SubmissionName)]] = {
        let spellings = allCases.map { (bytes: Array($0.spelling.utf8), name: $0) }
        let longest = spellings.map(\.bytes.count).max() ?? 0
        return (0...longest).map { length in spellings.filter { $0.bytes.count == length } }
    }()
}

/// The fields of a submission, each with the names it may come under, the first that says something before the others.
enum SubmissionField {
    /// The address of the post; `url` only where none of these is there.
    static let thread: [SubmissionName] = [.thread, .post, .postURL, .slug, .postID, .optionsSlug]
    static let title: [SubmissionName] = [.title, .postTitle]
    static let name: [SubmissionName] = [.name, .author, .fieldsName]
    static let email: [SubmissionName] = [.email, .fieldsEmail]
    static let website: [SubmissionName] = [.website, .authorURL, .fieldsWebsite, .fieldsURL]
    static let websiteWithURL: [SubmissionName] = [.website, .url, .authorURL, .fieldsWebsite, .fieldsURL]
    static let body: [SubmissionName] = [
        .body, .comment, .message, .content, .fieldsMessage, .fieldsComment, .fieldsBody,
    ]
    static let parent: [SubmissionName] = [.parent, .parentID, .commentParent, .inReplyTo, .fieldsParent]
    static let submittedAt: [SubmissionName] = [.submittedAt, .submittedAtSnake, .date, .timestamp]
    static let ip: [SubmissionName] = [.ip, .remoteAddress, .ipAddress]
    static let userAgent: [SubmissionName] = [.userAgent, .userAgentSnake]
    static let referrer: [SubmissionName] = [.referrer, .referer, .httpReferer]
    static let subscribe: [SubmissionName] = [.subscribe, .subscribeComments]
    static let authorToken: [SubmissionName] = [.authorToken, .authorTokenSnake]
}
