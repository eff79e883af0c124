extension Model {
    /// Naive Bayes's share in the sum.
    static let bayesShare = 0.3
    /// Learnt comments that must have a feature before naive Bayes regards it.
    static let bayesMinimum: UInt32 = 2

    /// Sums run in the order of the features, in double precision: the same on every machine.
    public func score(_ features: FeatureVector) -> ClassifierScore {
        let sums = sums(features)
        let logistic = bias + sums.weight
        let bayes = spam > 0 && ham > 0 ? Self.bayesShare * (sums.evidence + sums.seen * classEvidence) : 0
        return ClassifierScore(
            logistic: logistic,
            bayes: bayes,
            logOdds: calibration.logOdds(logistic + bayes)
        )
    }

    /// What each feature that naive Bayes regards adds for the sizes of the classes.
    var classEvidence: Double {
        Logarithm.ln(Double(ham) + 2 * Logarithm.smoothing) - Logarithm.ln(Double(spam) + 2 * Logarithm.smoothing)
    }

    private func sums(_ features: FeatureVector) -> (weight: Double, evidence: Double, seen: Double) {
        var result = (weight: 0.0, evidence: 0.0, seen: 0.0)
        storage.withBuckets { buckets in
            features.forEachGroup { group, indices in
                var weight = 0.0
                var evidence = 0.0
                var seen = 0.0
                for index in indices {
                    let bucket = buckets[Int(index)]
                    weight += Double(bucket.weight)
                    let regarded = bucket.spam &+ bucket.ham >= Self.bayesMinimum
                    evidence += regarded ? Double(bucket.evidence) : 0
                    seen += regarded ? 1 : 0
                }
                let value = FeatureVector.value(group, of: indices.count)
                result.weight += value * weight
                result.evidence += value * evidence
                result.seen += value * seen
            }
        }
        return result
    }
}
