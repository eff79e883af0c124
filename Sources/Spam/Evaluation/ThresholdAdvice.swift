/// What a threshold would have cost and brought, for a share of good comments that a person is ready to lose.
public struct ThresholdAdvice: Sendable, Hashable {
    /// One good comment in so many may be lost.
    public let hamPerLoss: Int
    /// For `spam.spamAbove` or `spam.holdAbove`; nil where no threshold loses so little.
    public let threshold: Double?
    public let spamCaught: Double
    public let hamLost: Double

    public init(_ evaluation: Evaluation, oneIn hamPerLoss: Int) {
        self.hamPerLoss = hamPerLoss
        let point = evaluation.point(losingAtMost: 1 / Double(hamPerLoss))
        let next = evaluation.curve.first { $0.threshold < point?.threshold ?? -1 }
        threshold = point.map { Self.shortest(from: next?.threshold ?? 0, below: $0.threshold) }
        spamCaught = point?.spamCaught ?? 0
        hamLost = point?.hamLost ?? 0
    }

    /// The shortest decimal of a range: a comment is judged above a threshold, so that all in it judge alike.
    private static func shortest(from low: Double, below high: Double) -> Double {
        var scale = 100.0
        while scale < 1e15 {
            let candidate = (low * scale).rounded(.up) / scale
            if candidate >= low, candidate < high { return candidate }
            scale *= 10
        }
        return low
    }
}

extension ThresholdAdvice: CustomStringConvertible {
    public var description: String {
        guard let threshold else {
            return "to lose at most 1 in \(hamPerLoss) good comments: no threshold does; hold instead of spam"
        }
        let lost = hamLost == 0 ? "none" : "1 in \(Int((1 / hamLost).rounded(.down)))"
        return "to lose at most 1 in \(hamPerLoss) good comments: \(threshold); it would have caught "
            + "\((100 * spamCaught).fixed(1)) % of the spam and lost \(lost) of the good"
    }
}
