import Comments
import Ledger
import Moderation

extension LoadedJudgement {
    /// Judges stored comments again, side by side and in order; what was rejected or erased is left out. Nothing is recorded.
    func judge(
        again stored: [StoredComment],
        renewing renewal: Renewal,
        ledger: Ledger,
        cores: Int
    ) async throws -> [(comment: StoredComment, judgement: Judgement)] {
        let pairs = stored.compactMap { stored in Comment(stored).map { (stored: stored, comment: $0) } }
        let analyzer = analyzer
        let analyses = try await analyzer.share(pairs.map(\.comment), cores: cores) { comment, scratch in
            analyzer.analyze(comment, scratch: scratch)
        }
        return try ledger.rehearse { transaction in
            try zip(pairs, analyses).map { pair, analysis in
                let judged = try judge.judge(
                    analysis,
                    again: pair.stored.decision,
                    renewing: renewal,
                    parent: pair.stored.parent,
                    isEdited: pair.stored.editedAt != nil,
                    history: transaction
                )
                return (pair.stored, judged)
            }
        }
    }
}
