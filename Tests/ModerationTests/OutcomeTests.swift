import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct OutcomeTests {
    private static func signal(_ effect: Signal.Effect, weight: Int = 0) -> Signal {
        Signal(.validity, Finding("x", weight: weight, note: "A note."), effect)
    }

    private static func verdict(_ effects: [Signal.Effect], score: Int = 0) -> Verdict {
        var thresholds = Settings().spam
        thresholds.discardAbove = 0.999
        return Outcome(of: effects.map { signal($0) } + [signal(.concludes, weight: score)], thresholds: thresholds)
            .verdict
    }

    static let table: [([Signal.Effect], Int, Verdict)] = [
        ([], 0, .approved),
        ([.none, .concludes], 0, .approved),
        // The first that settles wins, whatever is raised, lifted or probable.
        ([.settles(.approved)], 9_000_000, .approved),
        ([.settles(.approved), .settles(.trashed)], 0, .approved),
        ([.raises(.held, liftable: false), .settles(.approved)], 0, .approved),
        ([.settles(.held), .raises(.spam, liftable: false)], 9_000_000, .held),
        ([.settles(.rejected), .lifts], 0, .rejected),
        // Else the strictest of what is raised.
        ([.raises(.held, liftable: true)], 0, .held),
        ([.raises(.trashed, liftable: true), .raises(.held, liftable: false)], 0, .trashed),
        ([.raises(.trashed, liftable: true), .raises(.spam, liftable: true)], 0, .spam),
        // The probability raises, too.
        ([], 800_000, .approved), ([], 900_000, .held), ([], 3_800_000, .held), ([], 4_000_000, .spam),
        ([], 9_000_000, .spam),
        ([.raises(.trashed, liftable: true)], 4_000_000, .spam),
        // A rule's approval lifts what may be lifted.
        ([.lifts, .raises(.held, liftable: true)], 0, .approved),
        ([.raises(.held, liftable: true), .lifts], 4_000_000, .approved),
        ([.lifts, .raises(.held, liftable: false)], 0, .held),
        ([.lifts, .raises(.spam, liftable: true), .raises(.held, liftable: false)], 0, .held),
    ]

    @Test("settling and raising", arguments: table)
    func settlingAndRaising(effects: [Signal.Effect], score: Int, verdict: Verdict) {
        #expect(Self.verdict(effects, score: score) == verdict)
    }

    @Test("a threshold of 1 is never reached")
    func threshold() {
        var thresholds = Settings().spam
        thresholds.holdAbove = 1
        thresholds.spamAbove = 1
        let signals = [Self.signal(.concludes, weight: 999_000_000)]
        #expect(Outcome(of: signals, thresholds: thresholds).verdict == .approved)
    }

    @Test("the score is the exact sum of the weights")
    func sum() {
        let weights = [1, -2, 3_333_333, -1_000_001, 7]
        #expect(
            Outcome(of: weights.map { Self.signal(.none, weight: $0) }, thresholds: Settings().spam).score
                == weights.reduce(0, +)
        )
    }

    @Test("without a settling signal, order never matters")
    func order() {
        var generator = SystemRandomNumberGenerator()
        let pool: [Signal] = [
            Self.signal(.none, weight: 1_500_000), Self.signal(.none, weight: -700_000),
            Self.signal(.raises(.held, liftable: true)),
            Self.signal(.raises(.held, liftable: false)), Self.signal(.raises(.spam, liftable: true)),
            Self.signal(.lifts), Self.signal(.concludes),
        ]
        for _ in 0..<200 {
            let some = pool.filter { _ in Bool.random(using: &generator) }
            let outcome = Outcome(of: some, thresholds: Settings().spam)
            #expect(Outcome(of: some.shuffled(using: &generator), thresholds: Settings().spam) == outcome)
        }
    }

    @Test("raising more never makes a verdict milder, lifting never stricter")
    func monotone() {
        let effects: [Signal.Effect] = [
            .none, .raises(.held, liftable: true), .raises(.held, liftable: false), .raises(.trashed, liftable: true),
            .raises(.spam, liftable: false),
        ]
        for first in effects {
            for second in effects {
                let one = Self.verdict([first])
                let both = Self.verdict([first, second])
                #expect(both.strictness >= one.strictness)
                #expect(Self.verdict([first, second, .lifts]).strictness <= both.strictness)
            }
        }
    }
}
