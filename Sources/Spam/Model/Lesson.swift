/// One step of learning as the ledger keeps it: lessons in order of their numbers make the model, to the bit.
public struct Lesson: Sendable, Hashable {
    public enum Act: Int, Sendable {
        case learn = 1
        /// A verdict that was learnt was changed to `isSpam`.
        case relearn = 2
        /// What was learnt as `isSpam` is to be forgotten.
        case unlearn = 3
        /// One of many that are learnt together; more of them follow.
        case joined = 4
        /// The last of them.
        case joinedLast = 5

        /// Whether it is one of many that are learnt together.
        public var isJoined: Bool { self == .joined || self == .joinedLast }
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
    /// Takes lessons in order; those that were learnt already are passed over, so that after a crash all that the ledger holds can be
    /// given again.
    /// - Parameter lessons: such as are learnt together all of them.
    /// - Throws: `ModelError.lessonOutOfTurn` where lessons between are missing, or the last of those that are learnt together.
    public mutating func take(_ lessons: [Lesson]) throws(ModelError) {
        let new = lessons.filter { $0.sequence > sequence }
        for (index, lesson) in new.enumerated() where lesson.sequence != sequence + Int64(index) + 1 {
            throw .lessonOutOfTurn(sequence: lesson.sequence, known: sequence + Int64(index))
        }
        if let last = new.last, last.act == .joined {
            throw .lessonOutOfTurn(sequence: last.sequence, known: sequence)
        }
        self.repeat(new)
    }

    /// Learns what another model's lessons taught, whatever their numbers.
    public mutating func `repeat`(_ lessons: [Lesson]) {
        var joined: [Example] = []
        for lesson in lessons {
            switch lesson.act {
            case .learn: learn(lesson.features, isSpam: lesson.isSpam)
            case .relearn: relearn(lesson.features, isSpam: lesson.isSpam)
            case .unlearn: unlearn(lesson.features, isSpam: lesson.isSpam)
            case .joined, .joinedLast:
                joined.append(Example(lesson.features, isSpam: lesson.isSpam))
                guard lesson.act == .joinedLast else { continue }
                learn(joined)
                joined.removeAll()
            }
        }
    }
}
