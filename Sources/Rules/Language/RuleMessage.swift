/// A text that a rule sends, with placeholders.
struct RuleMessage: Sendable {
    let kind: Kind
    let subject: String?
    let body: String

    enum Kind: String, Sendable, CaseIterable {
        /// A reply, queued for the moderator.
        case comment
        /// Mail to the moderators.
        case modmail
        /// Mail to the author.
        case message
    }
}
