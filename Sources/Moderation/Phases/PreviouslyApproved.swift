import Settings

extension Phase {
    /// `moderation.previouslyApproved`, `moderation.verifiedOnly` (WordPress: `comment_previously_approved`): whoever has no approved comment under the
    /// same name and e-mail is held; with `verifiedOnly` whoever proves no e-mail, too.
    static let previouslyApproved = Phase(.previouslyApproved) { hearing in
        let moderation = hearing.policy.settings.moderation
        guard moderation.previouslyApproved else { return }
        if moderation.verifiedOnly, hearing.authorProof != .verified {
            let text = "No token proves the e-mail address, and without one nobody counts as approved before."
            hearing.hold(.notPreviouslyApproved, liftable: true, text)
        } else if !(try hearing.isRegular) {
            let text = "No comment under this name and e-mail address is approved yet."
            hearing.hold(.notPreviouslyApproved, liftable: true, text)
        }
    }
}

extension Hearing {
    fileprivate var isRegular: Bool {
        get throws { try analysis.keys.author.map(history.hasApproved) ?? false }
    }
}
