import Comments
import GRDB

extension Ledger {
    /// Id and thread's slug of a comment that is not shown; nil where it is shown, gone or in no thread.
    public func hidden(_ sequence: Int64) throws -> (id: CommentID, slug: String)? {
        try read { reader in
            let sql = """
                SELECT c.id, t.slug FROM comments c JOIN threads t ON t.id = c.thread WHERE c.sequence = ? AND c.shown <> 1
                """
            return try reader.statement(sql).first(.integer(sequence)) { ($0.commentID(0), $0.text(1)) }
        }
    }

    /// Thread and top-level comment of a comment that is shown; nil where it is not.
    public func place(of sequence: Int64) throws -> (thread: Int64, root: Int64)? {
        try read { reader in
            try reader.statement("SELECT thread, root FROM comments WHERE sequence = ? AND shown = 1")
                .first(.integer(sequence)) { ($0.integer(0), $0.integer(1)) }
        }
    }

    /// Id and first publication of a comment's parent where it is shown.
    public func publishedParent(_ id: CommentID) throws -> (id: CommentID, publishedAt: Timestamp)? {
        try read { reader in
            let sql = "SELECT publishedAt FROM comments WHERE id = ? AND shown = 1"
            return try reader.statement(sql).first(.blob(id.blob)) { (id, Timestamp(milliseconds: $0.integer(0))) }
        }
    }

    /// How many published comments answer one.
    public func publishedReplies(to sequence: Int64) throws -> Int {
        try read { reader in
            try reader.statement("SELECT count(*) FROM comments WHERE parent = ? AND shown = 1")
                .first(.integer(sequence)) { $0.int(0) } ?? 0
        }
    }

    public func publishedThread(at canonical: String) throws -> PublishedThread? {
        let number = try read { reader in
            try reader.statement("SELECT id FROM threads WHERE canonical = ?").first(.text(canonical)) {
                $0.integer(0)
            }
        }
        return try number.flatMap { try publishedThread($0) }
    }

    /// The places of all top-level comments of a thread, from 0, by sequence.
    public func ranks(in thread: Int64) throws -> [Int64: Int] {
        try read { reader in
            let sql = """
                SELECT sequence FROM comments WHERE thread = ? AND root = sequence AND shown <> 0 ORDER BY submittedAt, sequence
                """
            var ranks: [Int64: Int] = [:]
            try reader.statement(sql).forEach([.integer(thread)]) {
                ranks[$0.integer(0)] = ranks.count
                return true
            }
            return ranks
        }
    }

    public func publishedThread(_ number: Int64) throws -> PublishedThread? {
        try read { reader in
            try reader.statement("SELECT \(ThreadRow.columns) FROM threads WHERE id = ?").first(.integer(number)) {
                let row = ThreadRow($0)
                return PublishedThread(number: number, record: row.record, count: row.shown, topLevel: row.roots)
            }
        }
    }

    /// How many top-level places of a thread come before a comment's; nil where the comment is gone.
    public func rank(of root: Int64, in thread: Int64) throws -> Int? {
        try read { reader in
            let sql = """
                SELECT (SELECT count(*) FROM comments WHERE thread = ?1 AND root = sequence AND shown <> 0
                    AND (submittedAt, sequence) < (c.submittedAt, c.sequence)) FROM comments c WHERE c.sequence = ?2
                """
            return try reader.statement(sql).first(.integer(thread), .integer(root)) { $0.int(0) }
        }
    }

    /// All places of a thread, newest first publication first.
    public func places(of thread: Int64) throws -> [PlacedComment] {
        try read { reader in
            let sql = """
                SELECT \(ShownRow.columns), c.shown FROM \(ShownRow.source)
                WHERE c.thread = ? AND c.publication IS NOT NULL AND c.shown <> 0 ORDER BY c.publication DESC
                """
            return try Self.places(try reader.statement(sql), [.integer(thread)])
        }
    }

    private static func places(_ statement: Statement, _ values: [SQLValue]) throws -> [PlacedComment] {
        var places: [PlacedComment] = []
        try statement.forEach(values) { row in
            let isTombstone = row.integer(ShownRow.end) == Shown.tombstone.rawValue
            places.append(PlacedComment(ShownRow.comment(row), isTombstone: isTombstone))
            return true
        }
        return places
    }

    /// Top-level places `offset` to `offset + limit` of a thread, oldest first, each with everything below it; in any order.
    public func page(of thread: Int64, offset: Int, limit: Int) throws -> [PlacedComment] {
        try read { reader in
            let roots = """
                SELECT sequence FROM comments WHERE thread = ?1 AND root = sequence AND shown <> 0
                ORDER BY submittedAt, sequence LIMIT ?3 OFFSET ?2
                """
            let sql = """
                SELECT \(ShownRow.columns), c.shown FROM \(ShownRow.source) WHERE c.shown <> 0 AND c.sequence IN (
                    SELECT sequence FROM (\(roots)) UNION ALL
                    SELECT r.sequence FROM comments r WHERE r.root <> r.sequence AND r.root IN (\(roots)))
                """
            let values: [SQLValue] = [.integer(thread), .integer(Int64(offset)), .integer(Int64(limit))]
            return try Self.places(try reader.statement(sql), values)
        }
    }

    /// Shown comments in the order of first publication, newest first: of one thread or all, at most `limit`, publications in
    /// `range` only where given.
    /// - Parameter countsReplies: whether the comments that answer each one are counted.
    public func published(
        thread: Int64? = nil,
        range: ClosedRange<Int64>? = nil,
        limit: Int,
        countsReplies: Bool
    ) throws -> [PublishedComment] {
        try read { reader in
            var conditions = ["c.publication IS NOT NULL", "c.shown = 1"]
            var values: [SQLValue] = []
            if let thread {
                conditions.append("c.thread = ?")
                values.append(.integer(thread))
            }
            if let range {
                conditions.append("c.publication BETWEEN ? AND ?")
                values += [.integer(range.lowerBound), .integer(range.upperBound)]
            }
            let replies =
                countsReplies ? ", (SELECT count(*) FROM comments r WHERE r.parent = c.sequence AND r.shown = 1)" : ""
            let sql = """
                SELECT \(ShownRow.columns), c.thread, p.publishedAt, p.shown\(replies) FROM \(ShownRow.source)
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY c.publication DESC LIMIT ?
                """
            var comments: [PublishedComment] = []
            try reader.statement(sql).forEach(values + [.integer(Int64(limit))]) { row in
                let isAnsweredShown = row.integer(ShownRow.end + 2) == Shown.comment.rawValue
                comments.append(
                    PublishedComment(
                        ShownRow.comment(row),
                        thread: row.integer(ShownRow.end),
                        answeredAt: isAnsweredShown ? row.time(ShownRow.end + 1) : nil,
                        replies: countsReplies ? row.int(ShownRow.end + 3) : nil
                    )
                )
                return true
            }
            return comments
        }
    }

    /// The number of the latest first publication; 0 where there is none.
    public func lastPublication() throws -> Int64 {
        try read {
            try $0.statement("SELECT max(publication) FROM comments WHERE publication IS NOT NULL").first {
                $0.integer(0)
            } ?? 0
        }
    }

    /// Threads with at least one comment shown, and listed ones, by canonical address.
    public func publishedThreads() throws -> [PublishedThread] {
        try read { reader in
            var threads: [PublishedThread] = []
            let sql = "SELECT \(ThreadRow.columns) FROM threads ORDER BY canonical"
            try reader.statement(sql).forEach([]) {
                let row = ThreadRow($0)
                threads.append(
                    PublishedThread(number: row.number, record: row.record, count: row.shown, topLevel: row.roots)
                )
                return true
            }
            return threads
        }
    }

    /// A delivery of which something may have been refused; nil where it is unknown.
    public func refusedDelivery(_ delivery: Int64) throws -> RefusedDelivery? {
        try read { reader in
            // A delivery `a` has its problems in `a.json`, where a delivery of that name would be put aside.
            let sql = """
                SELECT name, key, isPutAside, EXISTS (SELECT 1 FROM deliveries o JOIN comments c ON c.delivery = o.id
                    WHERE o.name IN (d.name, d.name || '.json', iif(d.name LIKE '%.json', substr(d.name, 1, length(d.name) - 5), d.name))
                        AND o.id < d.id AND c.verdict = 4),
                    EXISTS (SELECT 1 FROM comments c WHERE c.delivery = d.id AND c.verdict = 4) FROM deliveries d WHERE id = ?
                """
            return try reader.statement(sql).first(.integer(delivery)) { row in
                RefusedDelivery(
                    name: row.text(0),
                    key: row.blob(1),
                    isPutAside: row.flag(2),
                    hasNamesake: row.flag(3),
                    hasRefusals: row.flag(4)
                )
            }
        }
    }

    /// Gives the refused submissions of a delivery to `body`, in its order, in which they were recorded. Memory does not grow with
    /// their number.
    public func forEachRefusal(of delivery: Int64, _ body: (StoredComment) throws -> Void) throws {
        try read { reader in
            let sql = """
                SELECT \(CommentRow.columns) FROM \(CommentRow.source) WHERE c.delivery = ? AND c.verdict = 4 ORDER BY c.sequence
                """
            try reader.statement(sql).forEach([.integer(delivery)]) {
                try body(CommentRow.comment($0))
                return true
            }
        }
    }
}

/// A delivery of which something may have been refused.
public struct RefusedDelivery: Sendable {
    public let name: String
    /// SHA-256 of name and bytes.
    public let key: [UInt8]
    /// Whether the file itself belongs beside its problems, since it could not be decoded.
    public let isPutAside: Bool
    /// Whether an earlier delivery was refused whose files have the same names, so that this one's need others.
    public let hasNamesake: Bool
    /// Whether refused submissions of it are still kept.
    public let hasRefusals: Bool
}
