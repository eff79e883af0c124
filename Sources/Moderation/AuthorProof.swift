import Comments
import Digests

/// What an author token proves.
enum AuthorProof: Sendable, Hashable {
    case verified
    /// The token is wrong, belongs to another address, or was revoked.
    case invalid
    /// No token was sent.
    case none

    init(of comment: borrowing Comment, emailKey: Int64?, policy: Policy, history: any History) throws {
        guard let token = comment.authorToken, !token.isEmpty else {
            self = .none
            return
        }
        guard let email = comment.author.email, let emailKey else {
            self = .invalid
            return
        }
        let epoch = try history.tokenEpoch(emailKey: emailKey)
        self = HMAC.equal(token, policy.keys.authorToken(email: email, epoch: epoch)) ? .verified : .invalid
    }
}
