import Comments
import Settings

/// How signals come to a verdict: the first that settles wins; else the strictest of what is raised, less what a rule's approval lifts. The
/// score is the exact sum of the findings' weights, and raises by its probability.
struct Outcome: Hashable {
    let verdict: Verdict
    let score: Int

    init(of signals: some Sequence<Signal>, thresholds: Settings.Spam) {
        var settled: Verdict?
        var firm = Verdict.approved
        var liftable = Verdict.approved
        var isLifted = false
        var score = 0
        for signal in signals {
            score += signal.finding.weight
            switch signal.effect {
            case .settles(let verdict): settled = settled ?? verdict
            case .raises(let verdict, liftable: false): firm = firm.orStricter(verdict)
            case .raises(let verdict, liftable: true): liftable = liftable.orStricter(verdict)
            case .lifts: isLifted = true
            case .none, .concludes: break
            }
        }
        liftable = liftable.orStricter(SpamProbability(score: score).verdict(thresholds))
        self.score = score
        verdict = settled ?? (isLifted ? firm : firm.orStricter(liftable))
    }
}

extension Verdict {
    func orStricter(_ other: Verdict) -> Verdict { other.strictness > strictness ? other : self }
}
