extension Model {
    /// Features in all examples that are learnt together at most, which bounds the memory to 64 MiB, and examples.
    public static let mostFeaturesTogether = 1 << 24
    public static let mostTogether = 1 << 15

    /// Learns comments that have no order among themselves. They are learnt in several orders, each time from the model as it is,
    /// and the model becomes the mean of what comes out: what chance made of one order the others outweigh. The counts are the
    /// same for every order. One comment alone is learnt as `learn(_:isSpam:)` does.
    ///
    /// The result is the same to the bit for every order of the examples, but for the lineage.
    public mutating func learn(_ examples: [Example]) {
        guard let last = examples.last else { return }
        guard examples.count > 1 else { return learn(last.features, isSpam: last.isSpam) }
        self = mean(of: examples)
        for example in examples.dropLast() { record(.joined, isSpam: example.isSpam, example.features) }
        record(.joinedLast, isSpam: last.isSpam, last.features)
    }

    /// Fewer for long comments, so that all orders of one cost some 50 microseconds at most.
    private static func orders(for examples: [Example]) -> Int {
        let featuresOfAll = 2000 * examples.count
        let features = examples.reduce(0) { $0 + $1.features.count }
        return min(max(featuresOfAll / max(features, 1), 1), 16)
    }

    private func mean(of examples: [Example]) -> Model {
        let keys = examples.map(\.key)
        let orders = Self.orders(for: examples)
        var mean = ModelMean()
        var model = self
        for order in 0..<orders {
            model = self
            let shuffled = keys.indices.map { (Checksum.mix(keys[$0] ^ UInt64(order)), $0) }.sorted { $0 < $1 }
            for (_, index) in shuffled {
                model.take(examples[index].features, isSpam: examples[index].isSpam, rate: Calibration.rateTogether)
            }
            mean.add(model)
        }
        mean.settle(&model)
        return model
    }
}

/// The mean of models that learnt the same in different orders.
private struct ModelMean {
    private var count = 0.0
    private var bias = 0.0
    private var slope = 0.0
    private var offset = 0.0
    private var weights = [Double](repeating: 0, count: FeatureVector.bucketCount)

    mutating func add(_ model: Model) {
        count += 1
        bias += model.bias
        slope += model.calibration.slope
        offset += model.calibration.offset
        model.storage.withBuckets { buckets in
            for index in buckets.indices { weights[index] += Double(buckets[index].weight) }
        }
    }

    /// Gives a model, of which nothing else has the buckets, the mean's weights.
    func settle(_ model: inout Model) {
        model.bias = bias / count
        model.calibration.slope = slope / count
        model.calibration.offset = offset / count
        model.storage.withMutableBuckets { buckets in
            for index in buckets.indices { buckets[index].weight = Float(weights[index] / count) }
        }
    }
}
