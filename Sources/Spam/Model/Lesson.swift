/// One step of learning as the ledger keeps it: lessons in order of their numbers make the model, to the bit.
public struct Lesson: Sendable, Hashable {
    public enum Act: Int, Sendable {
        case learn = 1
        /// A verdict that was learnt was changed to `isSpam`.
        case relearn = 2
        /// What was learnt as `isSpam` is to be forgotten.
        case unlearn = 3
    }

    /// From 1, without a gap.
    public let sequence: Int64
    public let act: Act
    public let isSpam: Bool
    public let features: FeatureVector

    public init(sequence: Int64, act: Act, isSpam: Bool, features: FeatureVector) {
        self.sequence = sequence
        self.act = act
        self.isSpam = isSpam
        self.features = features
    }
}

extension Model {
    /// Takes the next lesson; one that was learnt already is passed over, so that after a crash all that the ledger holds can be
    /// given again.
    /// - Throws: `ModelError.lessonOutOfTurn` where lessons between are missing.
    public mutating func take(_ lesson: Lesson) throws(ModelError) {
        if lesson.sequence <= sequence { return }
        guard lesson.sequence == sequence + 1 else {
            throw .lessonOutOfTurn(sequence: lesson.sequence, known: sequence)
        }
        self.repeat(lesson)
    }

    /// Learns what another model's lesson taught, whatever its number.
    public mutating func `repeat`(_ lesson: Lesson) {
        switch lesson.act {
        case .learn: learn(lesson.features, isSpam: lesson.isSpam)
        case .relearn: relearn(lesson.features, isSpam: lesson.isSpam)
        case .unlearn: unlearn(lesson.features, isSpam: lesson.isSpam)
        }
    }
}
