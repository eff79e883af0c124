import Comments

/// A run over labelled comments in order: each is scored by what was learnt before it, and then learnt.
public struct Prequential {
    public private(set) var filter: SpamFilter
    /// Whether the classifier's probability counts alone, without prior and heuristics.
    public let isClassifierAlone: Bool
    private var scratch = SpamFilter.Scratch()
    private var scored: [(probability: Double, isSpam: Bool?)] = []
    /// Where in `scored` an id waits for its label.
    private var waiting: [String: [Int]] = [:]

    public init(_ filter: SpamFilter, isClassifierAlone: Bool) {
        self.filter = filter
        self.isClassifierAlone = isClassifierAlone
    }

    /// Does what a line asks for.
    /// - Returns: the probability of spam where the line was to be scored.
    public mutating func take(_ line: LabelledSample) -> Double? {
        let isScored = line.act != .learn
        let isLearnt = line.act != .score && line.isSpam != nil
        let features = isLearnt || isClassifierAlone ? scratch.extractor.features(of: line.sample) : nil
        let probability = isScored ? score(line, features) : nil
        if let label = line.isSpam {
            if !isScored { settle(line.id, label) }
            if isLearnt, let features { filter.model.learn(features, isSpam: label) }
        }
        return probability
    }

    /// Takes a comment of which only the features are left: it is learnt, and scored where the classifier counts alone.
    public mutating func take(_ features: FeatureVector, isSpam: Bool) {
        if isClassifierAlone { scored.append((filter.model.score(features).probability, isSpam)) }
        filter.model.learn(features, isSpam: isSpam)
    }

    /// What was scored and has a label by now, in order.
    public var outcomes: [Evaluation.Outcome] {
        scored.compactMap { probability, isSpam in
            isSpam.map { Evaluation.Outcome(probability: probability, isSpam: $0) }
        }
    }

    private mutating func score(_ line: LabelledSample, _ features: FeatureVector?) -> Double {
        let probability =
            if isClassifierAlone, let features {
                filter.model.score(features).probability
            } else {
                filter.analyze(line.sample, scratch: &scratch).probability(classifierOnly: false)
            }
        if line.isSpam == nil { waiting[line.id, default: []].append(scored.count) }
        scored.append((probability, line.isSpam))
        return probability
    }

    /// The first waiting comment with the id gets its label.
    private mutating func settle(_ id: String, _ isSpam: Bool) {
        guard var places = waiting.removeValue(forKey: id), let place = places.first else { return }
        places.removeFirst()
        if !places.isEmpty { waiting[id] = places }
        scored[place].isSpam = isSpam
    }
}
