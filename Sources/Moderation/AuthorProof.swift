import Comments

/// What an author token proves.
enum AuthorProof: Sendable, Hashable {
    case verified
    /// The token is wrong, belongs to another address, or was revoked.
    case invalid
    /// No token was sent.
    case none

    init(of comment: Comment, emailKey: Int64?, policy: Policy, history: any History) throws {
        guard let token = comment.authorToken, !token.isEmpty else {
            self = .none
            return
        }
        guard let email = comment.author.email, let emailKey else {
            self = .invalid
            return
        }
        let epoch = try history.tokenEpoch(emailKey: emailKey)
        self = Self.matches(token, policy.keys.authorToken(email: email, epoch: epoch)) ? .verified : .invalid
    }

    /// In a time that does not tell where they differ.
    private static func matches(_ sent: String, _ expected: String) -> Bool {
        sent.utf8.count == expected.utf8.count && zip(sent.utf8, expected.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
