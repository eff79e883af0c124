import Settings

extension Phase {
    /// `moderation.previouslyApproved`, `moderation.verifiedOnly` (WordPress: `comment_previously_approved`): whoever has no approved comment under the
    /// same name and e-mail is held.
    static let previouslyApproved = Phase(.previouslyApproved) { hearing in
        let moderation = hearing.policy.settings.moderation
        guard moderation.previouslyApproved, !(try hearing.isRegular(verifiedOnly: moderation.verifiedOnly)) else {
            return
        }
        hearing.hold(
            .notPreviouslyApproved,
            liftable: true,
            moderation.verifiedOnly
                ? "The author has no approved comment that a token proves, or sent no token with this one."
                : "No comment under this name and e-mail address is approved yet."
        )
    }
}

extension Hearing {
    fileprivate func isRegular(verifiedOnly: Bool) throws -> Bool {
        guard let author = analysis.keys.author, !verifiedOnly || authorProof == .verified else { return false }
        return try history.hasApproved(authorKey: author, verifiedOnly: verifiedOnly)
    }
}
