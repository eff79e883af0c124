import Settings

extension Phase {
    /// `moderation.holdAll` (WordPress: `comment_moderation`).
    static let holdAll = Phase(.holdAll) { hearing in
        if hearing.policy.settings.moderation.holdAll {
            hearing.raise(.holdAll, .held, liftable: false, "hold_all", "This site holds every comment.")
        }
    }
}
