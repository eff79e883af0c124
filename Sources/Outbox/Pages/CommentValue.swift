/// What a comment's template can show of it. The names are those of the template's variables.
enum CommentValue: UInt8, CaseIterable, Sendable {
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

    var variable: String { "\(self)" }

    /// What stands for the value while a template is compiled: U+10FFFD, a letter, and a `<` that tells by its escape whether the
    /// template escapes the value.
    var mark: String { "\u{10FFFD}\(Character(Unicode.Scalar(rawValue)))<" }
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
