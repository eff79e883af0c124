public import Comments

/// What a comment says of itself to the spam filter.
public struct SpamAnalysis: Sendable {
    /// The classifier's; nil where nothing was ever learnt.
    public let score: ClassifierScore?
    /// Prior, classifier, calibration and the heuristics that need no history; their weights add up.
    public let findings: [Finding]
    /// For finding near-duplicates; nil for a text too short to be told apart.
    public let signature: Signature?
    /// The distinct hosts that the text links to, sorted.
    public let hosts: [String]
}

extension [Finding] {
    /// Log-odds of spam in millionths: the exact sum of the weights.
    public var totalWeight: Int { reduce(0) { $0 + $1.weight } }
}

extension SpamAnalysis {
    /// The classifier's findings alone, or all.
    public func findings(classifierOnly: Bool) -> [Finding] {
        classifierOnly ? findings.filter { $0.symbol == "classifier" || $0.symbol == "calibration" } : findings
    }

    /// Of spam, by the classifier alone, whether it decides yet or not, or by all findings.
    public func probability(classifierOnly: Bool) -> Double {
        classifierOnly ? score?.probability ?? 0.5 : Logarithm.sigmoid(Double(findings.totalWeight) / 1e6)
    }
}
