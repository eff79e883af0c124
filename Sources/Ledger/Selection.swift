import Comments
import GRDB

/// Which comments are meant: those that fit everything given.
public struct Selection: Sendable {
    public var ids: [CommentID] = []
    public var verdicts: [Verdict] = []
    /// Canonical address of the thread.
    public var thread: String?
    /// The author's name, exactly.
    public var author: String?
    /// The symbol of a finding.
    public var finding: String?
    /// Submitted at that moment or later; where a submission has no time, its arrival counts.
    public var since: Timestamp?
    /// Places in the order of judgement, as `Ledger.similar(to:)` gives them.
    public var sequences: [Int64]?
    public var limit: Int?
    public var order = Order.judgement

    public enum Order: Sendable {
        /// Oldest first.
        case judgement
        /// By first approval, newest first; what was never approved comes last.
        case newestApproval
        /// Thread by thread as they became known, in each as judged.
        case thread
    }

    public init() {}

    public var isEmpty: Bool {
        ids.isEmpty && verdicts.isEmpty && thread == nil && author == nil && finding == nil && since == nil
            && sequences == nil && limit == nil
    }

    func query(_ columns: String) -> (sql: String, values: [SQLValue]) {
        var conditions: [String] = []
        var values: [SQLValue] = []
        func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ",") }
        if !ids.isEmpty {
            conditions.append("c.id IN (\(marks(ids.count)))")
            values += ids.map { .blob($0.blob) }
        }
        if !verdicts.isEmpty {
            conditions.append("c.verdict IN (\(marks(verdicts.count)))")
            values += verdicts.map { .integer($0.code) }
        }
        if let thread {
            conditions.append("t.canonical = ?")
            values.append(.text(thread))
        }
        if let author {
            conditions.append("c.name = ?")
            values.append(.text(author))
        }
        if let finding {
            conditions.append("instr(c.findings, ?) > 0")
            values.append(.text("[\"\(finding)\","))
        }
        if let since {
            conditions.append("coalesce(c.submittedAt, c.arrivedAt) >= ?")
            values.append(.integer(since.milliseconds))
        }
        if let sequences {
            conditions.append("c.sequence IN (SELECT value FROM json_each(?))")
            values.append(.text("[\(sequences.map(String.init).joined(separator: ","))]"))
        }
        var sql = "SELECT \(columns) FROM \(CommentRow.source)"
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        switch order {
        case .judgement: sql += " ORDER BY c.sequence"
        case .newestApproval: sql += " ORDER BY c.publication IS NULL, c.publication DESC, c.sequence DESC"
        case .thread: sql += " ORDER BY c.thread, c.sequence"
        }
        if let limit { sql += " LIMIT \(limit)" }
        return (sql, values)
    }
}

extension Ledger {
    /// Gives the selected comments to `body` in their order, however that is; of all of them only the places are held in memory.
    public func forEachInOrder(_ selection: Selection, _ body: (StoredComment) throws -> Void) throws {
        let sequences = try sequences(selection)
        for start in stride(from: 0, to: sequences.count, by: 512) {
            var some = Selection()
            some.sequences = Array(sequences[start..<min(start + 512, sequences.count)])
            some.order = selection.order
            for comment in try comments(some) { try body(comment) }
        }
    }

    /// Gives the selected comments to `body`, oldest first, until it returns false. Memory does not grow with their number.
    public func forEach(_ selection: Selection, _ body: (StoredComment) throws -> Bool) throws {
        try read { reader in
            let (sql, values) = selection.query(CommentRow.columns)
            try reader.single(sql).forEach(values) { try body(CommentRow.comment($0)) }
        }
    }

    /// The selected comments' places in the order of judgement.
    public func sequences(_ selection: Selection) throws -> [Int64] {
        try read { reader in
            let (sql, values) = selection.query("c.sequence")
            var sequences: [Int64] = []
            try reader.single(sql).forEach(values) { row in
                sequences.append(row.integer(0))
                return true
            }
            return sequences
        }
    }

    /// The numbers of the threads that the selected comments belong to, erased ones not among them.
    public func threads(of selection: Selection) throws -> Set<Int64> {
        try read { reader in
            let (sql, values) = selection.query("c.thread, c.isTombstone")
            var threads: Set<Int64> = []
            try reader.single("SELECT DISTINCT thread FROM (\(sql)) WHERE isTombstone = 0 AND thread IS NOT NULL")
                .forEach(values) {
                    threads.insert($0.integer(0))
                    return true
                }
            return threads
        }
    }

    public func comments(_ selection: Selection) throws -> [StoredComment] {
        var comments: [StoredComment] = []
        try forEach(selection) {
            comments.append($0)
            return true
        }
        return comments
    }

    /// The comments that came with deliveries of that file name, oldest first.
    public func comments(delivery name: String) throws -> [StoredComment] {
        try read { reader in
            let sql = "SELECT \(CommentRow.columns) FROM \(CommentRow.source) WHERE d.name = ? ORDER BY c.sequence"
            var comments: [StoredComment] = []
            try reader.statement(sql).forEach([.text(name)]) {
                comments.append(CommentRow.comment($0))
                return true
            }
            return comments
        }
    }

    public func comment(sequence: Int64) throws -> StoredComment? {
        try read { reader in
            let sql = "SELECT \(CommentRow.columns) FROM \(CommentRow.source) WHERE c.sequence = ?"
            return try reader.statement(sql).first(.integer(sequence)) { CommentRow.comment($0) }
        }
    }

    public func comment(_ id: CommentID) throws -> StoredComment? {
        var selection = Selection()
        selection.ids = [id]
        return try comments(selection).first
    }
}

extension LedgerTransaction {
    public func comments(_ selection: Selection) throws -> [StoredComment] {
        var comments: [StoredComment] = []
        let (sql, values) = selection.query(CommentRow.columns)
        try Statement(database, sql).forEach(values) {
            comments.append(CommentRow.comment($0))
            return true
        }
        return comments
    }
}
