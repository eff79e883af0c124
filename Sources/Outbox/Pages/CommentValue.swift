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

extension CommentValue {
    /// What stands for all comments while a page is rendered.
    static let pageMark = "\u{10FFFD}*"

    /// What stands before, between and after the places of the comments.
    static func partsOfPage(_ rendered: [UInt8]) -> [[UInt8]] {
        let mark = Array(pageMark.utf8)
        var parts: [[UInt8]] = []
        var start = 0
        var index = 0
        while index + mark.count <= rendered.count {
            if rendered[index] == mark[0], rendered[index..<index + mark.count].elementsEqual(mark) {
                parts.append(Array(rendered[start..<index]))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [Array(rendered[start...])]
    }
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
