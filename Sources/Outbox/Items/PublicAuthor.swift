import Comments
import Settings

/// Who wrote a comment, as far as everybody may know.
public struct PublicAuthor: Sendable, Hashable {
    public let name: String
    public let website: String?
    /// 16 hexadecimal digits: the same for all of an author's comments where `privacy.authorKeys` gives them a lasting key, else
    /// another for each comment.
    public let key: String
    /// Whether an author token proved the e-mail address.
    public let isVerified: Bool

    init(_ author: Author, comment: CommentID, context: OutboxContext) {
        name = author.name
        website = author.website.flatMap { ThreadAddress.isAbsolute($0) ? $0 : nil }
        isVerified = author.isVerified
        let hasLastingKey =
            switch context.settings.privacy.authorKeys {
            case .verified: author.isVerified
            case .all: true
            case .none: false
            }
        let email = author.email.flatMap { $0.isEmpty ? nil : $0 }
        key = context.keys.authorKey(hasLastingKey ? email?.lowercased() ?? comment.description : comment.description)
    }
}
