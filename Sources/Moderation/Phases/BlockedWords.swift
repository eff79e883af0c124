import Comments
import Settings

extension Phase {
    /// `words.block` (WordPress: `disallowed_keys`): trashed, or spam where `retention.trash` is zero. Regulars are not spared.
    static let blockedWords = Phase(.blockedWords) { hearing in
        let verdict: Verdict = hearing.policy.settings.retention.trash == .zero ? .spam : .trashed
        for sentence in hearing.analysis.words.blocked.sentences(list: "block list") {
            hearing.settle(verdict, .blockedWord, sentence)
        }
    }
}
