extension Phase {
    /// `words.moderate` (WordPress: `moderation_keys`).
    static let heldWords = Phase(.heldWords) { hearing in
        for sentence in hearing.analysis.words.held.sentences(list: "hold list") {
            hearing.hold(.heldWord, liftable: true, sentence)
        }
    }
}
