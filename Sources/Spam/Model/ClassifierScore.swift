/// What the classifier makes of a comment.
public struct ClassifierScore: Sendable, Hashable {
    /// The logistic member's log-odds of spam.
    public let logistic: Double
    /// Naive Bayes's, without a class prior; 0 until both classes are known.
    public let bayes: Double
    /// Their calibrated sum.
    public let logOdds: Double

    /// What the members say together, not yet calibrated.
    public var sum: Double { logistic + bayes }

    public var probability: Double { Logarithm.sigmoid(logOdds) }
}
