/// What a comment's template can show of it.
enum CommentValue: UInt8, TemplateValue {
    case id = 0x41
    case permalink
    case parent
    case posted
    case postedText
    case name
    case website
    case avatar
    case html
    case replies
}

/// What decides which parts of the comment's template apply.
struct CommentShape: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let hasWebsite = CommentShape(rawValue: 1)
    static let isReply = CommentShape(rawValue: 2)
    static let hasReplies = CommentShape(rawValue: 4)
    static let isEdited = CommentShape(rawValue: 8)
    static let isVerified = CommentShape(rawValue: 16)
    static let isOpen = CommentShape(rawValue: 32)
    static let isDeleted = CommentShape(rawValue: 64)
}
