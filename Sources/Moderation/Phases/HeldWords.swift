extension Phase {
    /// `words.moderate` (WordPress: `moderation_keys`).
    static let heldWords = Phase(.heldWords) { hearing in
        for hit in hearing.analysis.words.held {
            hearing.hold(.heldWord, liftable: true, hit.sentence(list: "hold list"))
        }
    }
}
