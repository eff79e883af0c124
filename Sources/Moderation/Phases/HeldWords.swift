extension Phase {
    /// `words.moderate` (WordPress: `moderation_keys`).
    static let heldWords = Phase(.heldWords) { hearing in
        for hit in hearing.analysis.words.held {
            hearing.raise(.heldWords, .held, liftable: true, "held_word", hit.sentence(list: "hold list"))
        }
    }
}
