import Settings

extension Phase {
    /// `moderation.holdAll` (WordPress: `comment_moderation`).
    static let holdAll = Phase(.holdAll) { hearing in
        if hearing.policy.settings.moderation.holdAll {
            hearing.hold(.holdAll, liftable: false, "This site holds every comment.")
        }
    }
}
