import Settings

extension Phase {
    /// `moderation.maxLinks` (WordPress: `comment_max_links`): as many links or more are held; 0 is no limit.
    static let links = Phase(.links) { hearing in
        let limit = hearing.policy.settings.moderation.maxLinks
        let count = hearing.analysis.linkCount
        guard limit > 0, count >= limit else { return }
        hearing.hold(
            .linkLimit,
            liftable: true,
            "It has \(count) \(count == 1 ? "link" : "links"); \(limit) or more are held."
        )
    }
}
