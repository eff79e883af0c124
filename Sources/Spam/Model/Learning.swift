extension Model {
    private static let rate = 3.0
    private static let biasRate = 0.09
    private static let largestBalance = 3.0

    /// Learns a moderator's verdict on a comment.
    public mutating func learn(_ features: FeatureVector, isSpam: Bool) {
        take(features, isSpam: isSpam, rate: Calibration.rate)
        record(.learn, isSpam: isSpam, features)
    }

    /// Calibrates by how far the score was off, lets the logistic member take its step, and counts.
    mutating func take(_ features: FeatureVector, isSpam: Bool, rate: Double) {
        let before = score(features)
        calibration.learn(before.sum, isSpam: isSpam, rate: rate)
        let step = logisticStep(before.logistic, isSpam: isSpam)
        change(features) { bucket, value in
            bucket.weight += Float(step * value)
            bucket.count(isSpam, by: 1)
        }
        count(isSpam, by: 1)
    }

    /// A moderator changed a verdict that was learnt: the counts move over, the weights take a step towards the new one.
    public mutating func relearn(_ features: FeatureVector, isSpam: Bool) {
        let step = logisticStep(score(features).logistic, isSpam: isSpam)
        change(features) { bucket, value in
            bucket.weight += Float(step * value)
            bucket.count(!isSpam, by: -1)
            bucket.count(isSpam, by: 1)
        }
        count(!isSpam, by: -1)
        count(isSpam, by: 1)
        record(.relearn, isSpam: isSpam, features)
    }

    /// Takes a learnt comment out of the counts, exactly; the weights stay until the model is rebuilt.
    public mutating func unlearn(_ features: FeatureVector, isSpam: Bool) {
        change(features) { bucket, _ in bucket.count(isSpam, by: -1) }
        count(isSpam, by: -1)
        record(.unlearn, isSpam: isSpam, features)
    }

    /// The logistic member's step on its own error; the rarer class steps further. Moves the bias.
    private mutating func logisticStep(_ logOdds: Double, isSpam: Bool) -> Double {
        var error = (isSpam ? 1 : 0) - Logarithm.sigmoid(logOdds)
        if spam > 0, ham > 0 {
            let balance = isSpam ? Double(ham) / Double(spam) : Double(spam) / Double(ham)
            error *= min(balance.squareRoot(), Self.largestBalance)
        }
        bias += Self.biasRate * error
        return Self.rate * error
    }

    private mutating func change(_ features: FeatureVector, _ body: (inout Bucket, Double) -> Void) {
        if storage.isMapped || !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
        storage.withMutableBuckets { buckets in
            features.forEachGroup { group, indices in
                let value = FeatureVector.value(group, of: indices.count)
                for index in indices { body(&buckets[Int(index)], value) }
            }
        }
    }

    private mutating func count(_ isSpam: Bool, by step: Int64) {
        if isSpam {
            spam = UInt64(max(Int64(clamping: spam) &+ step, 0))
        } else {
            ham = UInt64(max(Int64(clamping: ham) &+ step, 0))
        }
    }

    mutating func record(_ act: Lesson.Act, isSpam: Bool, _ features: FeatureVector) {
        sequence += 1
        lineage = lineage.adding(act, isSpam: isSpam, features)
    }
}
