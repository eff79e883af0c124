import Comments
import Settings

extension Phase {
    /// `words.block` (WordPress: `disallowed_keys`): trashed, or spam where `retention.trash` is zero. Regulars are not spared.
    static let blockedWords = Phase(.blockedWords) { hearing in
        let verdict: Verdict = hearing.policy.settings.retention.trash == .zero ? .spam : .trashed
        for hit in hearing.analysis.words.blocked {
            hearing.settle(verdict, .blockedWord, hit.sentence(list: "block list"))
        }
    }
}
