import Comments
import Settings
import Spam

extension Phase {
    /// `spam.holdAbove`, `spam.spamAbove`, `spam.discardAbove`: all evidence adds up, and what the sum makes probable is held or spam. Judged last,
    /// for rules add to the score.
    static let spam = Phase(.spam) { hearing in
        for finding in hearing.analysis.spam.findings { hearing.note(finding, in: .spam) }
        for finding in try hearing.neighbourFindings() { hearing.note(finding, in: .spam) }
        hearing.conclude()
    }
}

extension Hearing {
    /// What heuristics say of the comment's neighbours, or said when it was first judged.
    fileprivate func neighbourFindings() throws -> [Finding] {
        if let remembered {
            let symbols = Heuristic.all.filter(\.looksAtNeighbours).map(\.symbol)
            return remembered.map(\.finding).filter { symbols.contains($0.symbol) }
        }
        let query = NeighbourQuery(analysis)
        return query.isEmpty ? [] : policy.spam.findings(try history.neighbours(query))
    }

    fileprivate mutating func conclude() {
        let thresholds = policy.settings.spam
        let outcome = Outcome(of: signals, thresholds: thresholds)
        let probability = SpamProbability(score: outcome.score)
        var percent: String { "The probability of spam is \(probability.percent)" }
        if probability.exceeds(thresholds.discardAbove), outcome.verdict == .spam {
            note(.discarded, "\(percent), above the limit for what nobody need look at.", .concludes)
        } else if probability.verdict(thresholds) == .spam {
            note(.probableSpam, "\(percent), above the limit for spam.", .concludes)
        } else if probability.verdict(thresholds) == .held {
            note(.possibleSpam, "\(percent), above the limit for holding.", .concludes)
        }
    }
}
