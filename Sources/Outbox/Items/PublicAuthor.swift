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

    /// - Parameter digits: the comment's id as it is written.
    init(_ comment: ShownComment, digits: String, context: OutboxContext) {
        name = comment.name
        website = comment.publicWebsite
        isVerified = comment.isVerified
        let hasLastingKey =
            switch context.settings.privacy.authorKeys {
            case .verified: comment.isVerified
            case .all: true
            case .none: false
            }
        let email = comment.email.flatMap { $0.isEmpty ? nil : $0 }
        let identity = hasLastingKey ? email?.lowercased() : nil
        key = context.keys.authorKey(identity ?? digits)
    }
}

extension ShownComment {
    /// The author's website, where it is an address that can be linked.
    var publicWebsite: String? { website.flatMap { ThreadAddress.isAbsolute($0) ? $0 : nil } }
}
