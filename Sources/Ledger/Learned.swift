import Comments
import Spam

/// How far learning has come: the lessons so far and what they make of a spam model.
public struct Learned: Sendable, Hashable {
    public private(set) var lessons: Int64 = 0
    public private(set) var lineage = Lineage()
    public private(set) var spam = 0
    public private(set) var ham = 0

    public init() {}

    static let columns = "sequence, lineage, spam, ham"

    init(_ row: borrowing Row) {
        lessons = row.integer(0)
        lineage = Lineage(UInt64(bitPattern: row.integer(1)))
        spam = row.int(2)
        ham = row.int(3)
    }

    mutating func take(_ act: Lesson.Act, isSpam: Bool, _ features: FeatureVector) {
        lessons += 1
        lineage = lineage.adding(act, isSpam: isSpam, features)
        if act != .unlearn { count(isSpam, by: 1) }
        switch act {
        case .learn, .joined, .joinedLast: break
        case .relearn: count(!isSpam, by: -1)
        case .unlearn: count(isSpam, by: -1)
        }
    }

    private mutating func count(_ isSpam: Bool, by change: Int) {
        if isSpam { spam += change } else { ham += change }
    }
}

extension Ledger {
    /// How far learning has come.
    public func learned() throws -> Learned { try read { try $0.learned() ?? Learned() } }

    /// How far it had come with that lesson; nil where there is none of that number.
    public func learned(with lesson: Int64) throws -> Learned? {
        try read { reader in
            guard lesson > 0 else { return Learned() }
            return try reader.statement("SELECT \(Learned.columns) FROM lessons WHERE sequence = ?")
                .first(.integer(lesson)) { Learned($0) }
        }
    }

    /// The lessons after one, in order: so many, and where the last of them is learnt together with others, these, too.
    public func lessons(after lesson: Int64, limit: Int) throws -> [Lesson] {
        try read { reader in
            let sql = "SELECT sequence, act, isSpam, features FROM lessons WHERE sequence > ? ORDER BY sequence"
            var lessons: [Lesson] = []
            try reader.statement(sql).forEach([.integer(lesson)]) { row in
                lessons.append(try self.lesson(row))
                return lessons.count < limit || lessons.last?.act == .joined
            }
            return lessons
        }
    }

    /// The lesson of that number.
    public func lesson(_ sequence: Int64) throws -> Lesson? {
        try read { reader in
            try reader.statement("SELECT sequence, act, isSpam, features FROM lessons WHERE sequence = ?")
                .first(.integer(sequence)) { try lesson($0) }
        }
    }

    private func lesson(_ row: borrowing Row) throws -> Lesson {
        guard let act = Lesson.Act(rawValue: row.int(1)), let features = FeatureVector(bytes: row.blob(3)) else {
            throw LedgerError.corrupt(path: path, detail: "lesson \(row.integer(0)) is none")
        }
        return Lesson(sequence: row.integer(0), act: act, isSpam: row.flag(2), features: features)
    }
}

/// What a comment is to the spam model, and the lesson that said so last.
public struct LabelRecord: Sendable, Hashable {
    public let lesson: Int64
    /// Nil where the ledger never had the comment.
    public let comment: CommentID?
    public let isSpam: Bool

    /// Whether a row of `lessons` is the last on its comment, and no forgetting.
    static let isLastWord = """
        act <> \(Lesson.Act.unlearn.rawValue) AND (comment IS NULL
            OR sequence = (SELECT max(sequence) FROM lessons later WHERE later.comment = lessons.comment))
        """
}

extension Ledger {
    /// What was learnt and holds by now, each comment once, in the order of the last word on it.
    public func labels() throws -> [LabelRecord] {
        try read { reader in
            let sql = "SELECT sequence, comment, isSpam FROM lessons WHERE \(LabelRecord.isLastWord) ORDER BY sequence"
            var labels: [LabelRecord] = []
            try reader.statement(sql).forEach([]) { row in
                let comment = row.isNull(1) ? nil : row.commentID(1)
                labels.append(LabelRecord(lesson: row.integer(0), comment: comment, isSpam: row.flag(2)))
                return true
            }
            return labels
        }
    }
}

extension LedgerReader {
    func learned() throws -> Learned? {
        try statement("SELECT \(Learned.columns) FROM lessons ORDER BY sequence DESC LIMIT 1").first { Learned($0) }
    }
}
