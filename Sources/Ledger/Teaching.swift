import Comments
import GRDB
import Spam

extension LedgerTransaction {
    /// Writes down what a comment is to the spam model from now on: spam, ham, or nothing that is to be learnt. Where that is known
    /// already nothing is written.
    public func teach(_ comment: StoredComment, isSpam: Bool?) throws {
        let last = try lastLesson(of: comment.id)
        guard last?.label != isSpam else { return }
        guard let isSpam else {
            guard let last, let before = last.label else { return }
            return try write(.unlearn, isSpam: before, last.features, comment.id)
        }
        if let last, last.label != nil { return try write(.relearn, isSpam: isSpam, last.features, comment.id) }
        var extractor = FeatureExtractor()
        try write(.learn, isSpam: isSpam, extractor.features(of: SpamSample(comment)), comment.id)
    }

    /// Teaches a comment of which nothing was learnt before.
    func teach(_ features: FeatureVector, isSpam: Bool, as comment: CommentID) throws {
        try write(.learn, isSpam: isSpam, features, comment)
    }

    /// Teaches comments that are not in the ledger; they are learnt together.
    public func teach(_ examples: [Example]) throws {
        for (index, example) in examples.enumerated() {
            let act: Lesson.Act = examples.count == 1 ? .learn : index == examples.count - 1 ? .joinedLast : .joined
            try write(act, isSpam: example.isSpam, example.features, nil)
        }
    }

    /// What a comment is to the spam model; nil where it has learnt nothing of it.
    public func label(of comment: CommentID) throws -> Bool? { try lastLesson(of: comment)?.label }

    /// Puts each learnt comment once, as what it is by now, in the order of the last word on it: as if nobody had changed their mind.
    /// What was learnt together, which the ledger has no comments of, stays so.
    public func tidyLessons() throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE tidy AS SELECT comment, isSpam, features, act FROM lessons WHERE \(LabelRecord.isLastWord)
                    ORDER BY sequence;
                DELETE FROM lessons;
                """
        )
        learned = Learned()
        let lessons = try Statement(database, "SELECT comment, isSpam, features, act FROM tidy ORDER BY rowid")
        try lessons.forEach([]) { row in
            let features = try features(row.blob(2))
            let joined = Lesson.Act(rawValue: row.int(3)).flatMap { $0.isJoined ? $0 : nil }
            try write(joined ?? .learn, isSpam: row.flag(1), features, row.isNull(0) ? nil : row.commentID(0))
            return true
        }
        try database.execute(sql: "DROP TABLE tidy")
    }

    /// Teaches what moderators decided and the model was never told of, as with comments that were imported.
    public func teachWhatIsDecided() throws {
        let sql = """
            SELECT \(CommentRow.columns) FROM \(CommentRow.source) WHERE c.decidedBy IS NOT NULL AND c.isTombstone = 0
                AND c.verdict IN (\(Verdict.approved.code), \(Verdict.spam.code))
                AND NOT EXISTS (SELECT 1 FROM lessons WHERE comment = c.id) ORDER BY c.decidedAt, c.sequence
            """
        try Statement(database, sql).forEach([]) { row in
            let comment = CommentRow.comment(row)
            try teach(comment, isSpam: comment.decision.verdict.label)
            return true
        }
    }

    private struct LastLesson {
        /// What the comment is to the model; nil where it was to be forgotten.
        let label: Bool?
        let features: FeatureVector
    }

    private func lastLesson(of comment: CommentID) throws -> LastLesson? {
        try statements.lessonOfComment.first(.blob(comment.blob)) { row in
            LastLesson(
                label: row.int(0) == Lesson.Act.unlearn.rawValue ? nil : row.flag(1),
                features: try features(row.blob(2))
            )
        }
    }

    private func features(_ blob: [UInt8]) throws -> FeatureVector {
        guard let features = FeatureVector(bytes: blob) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a lesson has no features")
        }
        return features
    }

    private func write(_ act: Lesson.Act, isSpam: Bool, _ features: FeatureVector, _ comment: CommentID?) throws {
        var state = try learned ?? statements.lastLesson.first { Learned($0) } ?? Learned()
        state.take(act, isSpam: isSpam, features)
        learned = state
        try statements.insertLesson.run(
            .integer(state.lessons),
            .optional(comment?.blob),
            .integer(Int64(act.rawValue)),
            .flag(isSpam),
            .integer(Int64(bitPattern: state.lineage.value)),
            .integer(Int64(state.spam)),
            .integer(Int64(state.ham)),
            .blob(features.bytes)
        )
    }
}

extension Verdict {
    /// What a moderator's verdict teaches: approved is ham and spam is spam; held and trashed say neither.
    var label: Bool? {
        switch self {
        case .approved: false
        case .spam: true
        case .held, .trashed, .rejected: nil
        }
    }
}
