extension Phase {
    /// `moderation.trusted`: a token that proves a trusted address approves; the address without it is held, for anyone can type it.
    static let trustedAuthor = Phase(.trustedAuthor) { hearing in
        if hearing.isByTrustedAuthor {
            hearing.settle(.approved, .trustedAuthor, "A token proves that a trusted author wrote it.")
            return
        }
        switch hearing.authorProof {
        case .verified: hearing.note(.verifiedAuthor, "A token proves the author's e-mail address.")
        case .invalid:
            hearing.note(
                .invalidAuthorToken,
                "The author's token does not belong to the e-mail address or was revoked."
            )
        case .none: break
        }
        if hearing.hasTrustedEmail {
            hearing.hold(
                .impersonation,
                liftable: false,
                "The e-mail address is a trusted author's, but no valid token proves it: this may be impersonation."
            )
        }
    }
}

extension Hearing {
    var hasTrustedEmail: Bool {
        analysis.keys.email.map(policy.trusted.contains) ?? false
    }

    var isByTrustedAuthor: Bool { authorProof == .verified && hasTrustedEmail }
}
