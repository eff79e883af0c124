import Comments
import Ledger
import Spam

extension OpenSite {
    /// Teaches comments that are not in the ledger, all of them or, where `body` throws, none.
    /// - Parameter body: gives them to the closure that it is given, those at once that are to be learnt together.
    /// - Returns: the model that has learnt them.
    public func train(_ body: (_ teach: ([Example]) throws -> Void) throws -> Void) throws -> Model {
        try ledger.transaction { transaction in try body { try transaction.teach($0) } }
        return try spamModel()
    }

    /// Teaches what moderators decided and the model was never told.
    /// - Parameter anew: forgets first, and learns every comment once, as what it is by now, in the order of decision.
    public func trainFromLedger(anew: Bool) throws -> Model {
        try ledger.transaction { transaction in
            try transaction.teachWhatIsDecided()
            if anew { try transaction.tidyLessons() }
        }
        return try spamModel()
    }

    /// Teaches another model what the ledger knows.
    public func train(_ model: inout Model) throws {
        var last: Int64 = 0
        while true {
            let lessons = try ledger.lessons(after: last, limit: 1000)
            guard let end = lessons.last else { return }
            model.repeat(lessons)
            last = end.sequence
        }
    }

    /// Gives what moderators decided, each comment once, in the order of decision: those that the ledger still holds with their text,
    /// of the others the features.
    public func forEachLabel(_ body: (LabelledSample?, FeatureVector, _ isSpam: Bool) throws -> Void) throws {
        for label in try ledger.labels() {
            guard let lesson = try ledger.lesson(label.lesson) else { continue }
            let comment = try label.comment.flatMap { try ledger.comment($0) }.flatMap { $0.isTombstone ? nil : $0 }
            let line = comment.map {
                LabelledSample(id: "\($0.id)", act: nil, sample: SpamSample($0), isSpam: lesson.isSpam)
            }
            try body(line, lesson.features, lesson.isSpam)
        }
    }
}
