public import Comments
public import Settings

/// Why a comment was judged as it was: what every phase said, which decided, what the score is made of, and what would have changed the verdict.
public struct Explanation: Sendable {
    /// What one phase said.
    public struct Part: Sendable {
        public let phase: Phase.Name
        public let signals: [Signal]
        /// Whether it is one of those that the verdict rests on.
        public let decides: Bool
    }

    /// A finding on which the verdict hangs.
    public struct Pivot: Sendable {
        public let signal: Signal
        /// The verdict if the finding were left out and all others stayed.
        public let verdictWithout: Verdict
    }

    public let verdict: Verdict
    /// Log-odds of spam in millionths.
    public let score: Int
    /// Of spam, from 0 to 1.
    public let probability: Double
    /// All phases in order, also those that found nothing.
    public let parts: [Part]
    /// The findings that make the score, largest first, whichever way they pull.
    public let evidence: [Finding]
    public let pivots: [Pivot]

    public init(_ judgement: Judgement, settings: Settings) {
        self.init(judgement.signals, settings)
    }

    /// Of the worker's decision on a stored comment, from its findings; `verdict` is the worker's, whatever a moderator made of it.
    public init(_ decision: Decision, settings: Settings) {
        self.init(decision.findings.map { Signal($0, of: decision) }, settings)
    }

    private init(_ signals: [Signal], _ settings: Settings) {
        let outcome = Outcome(of: signals, thresholds: settings.spam)
        verdict = outcome.verdict
        score = outcome.score
        probability = SpamProbability(score: outcome.score).value
        let deciding = Self.decidingPhases(signals, outcome, settings.spam)
        parts = Phase.Name.allCases.map { name in
            Part(phase: name, signals: signals.filter { $0.phase == name }, decides: deciding.contains(name))
        }
        evidence = signals.map(\.finding).filter { $0.weight != 0 }.sorted { $0.weight.magnitude > $1.weight.magnitude }
        pivots = signals.indices.compactMap { index in
            guard signals[index].effect != .concludes else { return nil }
            var others = signals
            others.remove(at: index)
            let without = Outcome(of: others, thresholds: settings.spam).verdict
            return without == outcome.verdict ? nil : Pivot(signal: signals[index], verdictWithout: without)
        }
    }

    /// The phase that settled; else those that raised to the verdict, or lifted it.
    private static func decidingPhases(
        _ signals: [Signal],
        _ outcome: Outcome,
        _ thresholds: Settings.Spam
    ) -> Set<Phase.Name> {
        for signal in signals {
            if case .settles = signal.effect { return [signal.phase] }
        }
        let isLifted = signals.contains { $0.effect == .lifts }
        var deciding: Set<Phase.Name> = []
        for signal in signals {
            switch signal.effect {
            case .raises(outcome.verdict, let liftable) where !liftable || !isLifted: deciding.insert(signal.phase)
            case .lifts where outcome.verdict == .approved: deciding.insert(signal.phase)
            default: break
            }
        }
        let byScore = SpamProbability(score: outcome.score).verdict(thresholds)
        if byScore != .approved, byScore == outcome.verdict, !isLifted { deciding.insert(.spam) }
        return deciding
    }
}
