/// Figures of probabilities against labels, as TREC's spam track defines them.
public struct Evaluation: Sendable {
    /// A comment's probability and what a person called it.
    public struct Outcome: Sendable {
        public let probability: Double
        public let isSpam: Bool

        public init(probability: Double, isSpam: Bool) {
            self.probability = probability
            self.isSpam = isSpam
        }
    }

    /// A threshold, and the shares of each class at or over it.
    public struct Point: Sendable, Hashable {
        public let threshold: Double
        public let spamCaught: Double
        public let hamLost: Double
    }

    public let spam: Int
    public let ham: Int
    /// Right at a threshold of 0.5, in percent.
    public let accuracy: Double
    /// In nats, probabilities held to 1e-6 ... 1 - 1e-6.
    public let logLoss: Double
    /// Percent of ham at 0.5 or over, and of spam under.
    public let hamMisclassified: Double
    public let spamMisclassified: Double
    /// The ROC curve: one point a distinct probability, the highest first.
    public let curve: [Point]

    public init(_ outcomes: [Outcome]) {
        let spam = outcomes.count { $0.isSpam }
        let ham = outcomes.count - spam
        let falseAlarms = outcomes.count { $0.probability >= 0.5 && !$0.isSpam }
        let missed = outcomes.count { $0.probability < 0.5 && $0.isSpam }
        self.spam = spam
        self.ham = ham
        accuracy = Self.percent(outcomes.count - falseAlarms - missed, of: outcomes.count)
        hamMisclassified = Self.percent(falseAlarms, of: ham)
        spamMisclassified = Self.percent(missed, of: spam)
        logLoss =
            outcomes.reduce(0) { sum, outcome in
                let held = min(max(outcome.probability, 1e-6), 1 - 1e-6)
                return sum - Logarithm.ln(outcome.isSpam ? held : 1 - held)
            } / Double(outcomes.count)
        curve = Self.curve(outcomes, spam: spam, ham: ham)
    }

    private static func percent(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? .nan : 100 * Double(part) / Double(whole)
    }

    private static func curve(_ outcomes: [Outcome], spam: Int, ham: Int) -> [Point] {
        guard spam > 0, ham > 0 else { return [] }
        var points: [Point] = []
        var caught = 0
        var lost = 0
        let sorted = outcomes.sorted { $0.probability > $1.probability }
        for (index, outcome) in sorted.enumerated() {
            if outcome.isSpam { caught += 1 } else { lost += 1 }
            if index + 1 < sorted.count, sorted[index + 1].probability == outcome.probability { continue }
            points.append(
                Point(
                    threshold: outcome.probability,
                    spamCaught: Double(caught) / Double(spam),
                    hamLost: Double(lost) / Double(ham)
                )
            )
        }
        return points
    }

    /// (1 - area under the ROC curve) in percent, ties counted half; not a number without both classes.
    public var missedArea: Double {
        guard !curve.isEmpty else { return .nan }
        var area = 0.0
        var last = Point(threshold: .infinity, spamCaught: 0, hamLost: 0)
        for point in curve {
            area += (point.hamLost - last.hamLost) * (point.spamCaught + last.spamCaught) / 2
            last = point
        }
        return 100 * (1 - area)
    }

    /// The lowest threshold that loses at most so large a share of the ham; nil if even the highest loses more.
    public func point(losingAtMost share: Double) -> Point? {
        curve.last { $0.hamLost <= share + 1e-12 }
    }

    /// Percent of spam caught where at most so large a share of the ham is lost.
    public func caught(losingAtMost share: Double) -> Double {
        curve.isEmpty ? .nan : 100 * (point(losingAtMost: share)?.spamCaught ?? 0)
    }
}
