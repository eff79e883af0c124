extension SpamFilter {
    /// What told the classifier most, the strongest first; empty where nothing was learnt.
    public func mostTelling(_ sample: SpamSample, count: Int = 10) -> [Telling] {
        let strongest = tellings(sample).filter { $0.weight != 0 && $0.what != Self.commonStart }.sorted {
            $0.weight.magnitude == $1.weight.magnitude ? $0.what < $1.what : $0.weight.magnitude > $1.weight.magnitude
        }
        return Array(strongest.prefix(count))
    }

    static let commonStart = "what every comment starts with"

    /// The classifier's log-odds shared out among words, pairs and traits: they add up to it but for rounding.
    func tellings(_ sample: SpamSample) -> [Telling] {
        guard !model.isEmpty else { return [] }
        var extractor = FeatureExtractor()
        extractor.reading.read(sample)
        var occurrences = FeatureOccurrences()
        let features = extractor.features(&occurrences)
        let names = FeatureNames(extractor)
        var shares: [String: Double] = [Self.commonStart: model.start]
        for feature in occurrences.features {
            let weight = model.contribution(of: feature, among: features.counts[feature.group.rawValue])
            let places = occurrences.places(of: feature)
            for place in places {
                for (name, share) in names.of(feature, at: place) {
                    shares[name, default: 0] += weight * share / Double(places.count)
                }
            }
        }
        return shares.sorted { $0.key < $1.key }.map { Telling(what: $0.key, weight: Int(($0.value * 1e6).rounded())) }
    }
}

extension Model {
    /// The log-odds of a comment without features.
    fileprivate var start: Double { calibration.logOdds(bias) }

    /// What a feature adds to the log-odds.
    fileprivate func contribution(of feature: FeatureOccurrences.Feature, among count: Int) -> Double {
        storage.withBuckets { buckets in
            let bucket = buckets[Int(feature.bucket)]
            var sum = Double(bucket.weight)
            if spam > 0, ham > 0, bucket.spam &+ bucket.ham >= Self.bayesMinimum {
                sum += Self.bayesShare * (Double(bucket.evidence) + classEvidence)
            }
            return calibration.slope * sum * FeatureVector.value(feature.group, of: count)
        }
    }
}
