import Comments
import GRDB

extension Ledger {
    /// What the outbox owes, oldest first, at most `limit`.
    public func dispatches(limit: Int) throws -> [Dispatch] {
        try read { database in
            var due: [Dispatch] = []
            let sql = "SELECT number, kind, target, detail FROM dispatches ORDER BY number LIMIT ?"
            try Statement(database, sql).forEach([.integer(Int64(limit))]) { row in
                if let kind = Dispatch.Kind(rawValue: row.integer(1)) {
                    due.append(
                        Dispatch(number: row.integer(0), kind: kind, target: row.integer(2), detail: row.integer(3))
                    )
                }
                return true
            }
            return due
        }
    }

    public var hasDispatches: Bool {
        get throws { try read { try Statement($0, "SELECT 1 FROM dispatches LIMIT 1").exists() } }
    }
}

extension LedgerTransaction {
    /// Says that the files of these dispatches are in place.
    public func settle(_ dispatches: [Dispatch]) throws {
        let delete = try Statement(database, "DELETE FROM dispatches WHERE number = ?")
        for dispatch in dispatches { try delete.run(.integer(dispatch.number)) }
    }

    /// Makes everything in the outbox due again.
    public func oweEverything() throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dispatches (kind, target, detail) SELECT 1, sequence, 0 FROM comments WHERE shown = 1;
                INSERT OR IGNORE INTO dispatches (kind, target, detail) SELECT 3, id, 0 FROM threads;
                INSERT OR IGNORE INTO dispatches (kind, target, detail) SELECT 4, id, 0 FROM threads;
                INSERT OR IGNORE INTO dispatches (kind, target, detail)
                    SELECT DISTINCT 6, publication / \(Dispatch.archiveGranule), 0 FROM comments WHERE publication IS NOT NULL;
                INSERT OR IGNORE INTO dispatches (kind, target, detail)
                    SELECT DISTINCT 8, delivery, 0 FROM comments WHERE verdict = 4;
                INSERT OR IGNORE INTO dispatches (kind, target, detail) VALUES (5, 0, 0), (7, 0, 0);
                """
        )
    }

    func withdrawNotice(of sequence: Int64) throws {
        try Statement(database, "DELETE FROM dispatches WHERE kind = ? AND target = ?")
            .run(.integer(Dispatch.Kind.heldNotice.rawValue), .integer(sequence))
    }

    /// Turns the notices that are due into one message: what it tells of is fixed from now on, however often it is written.
    public func collectNotices(at time: Timestamp) throws {
        let kind = SQLValue.integer(Dispatch.Kind.heldNotice.rawValue)
        var comments: [String] = []
        try Statement(database, "SELECT target FROM dispatches WHERE kind = ? ORDER BY number").forEach([kind]) {
            comments.append(String($0.integer(0)))
            return true
        }
        guard !comments.isEmpty else { return }
        try Statement(database, "INSERT INTO messages (kind, comments, at) VALUES ('held', ?, ?)")
            .run(.text(comments.joined(separator: ",")), .integer(time.milliseconds))
        try owe(.message, database.lastInsertedRowID)
        try Statement(database, "DELETE FROM dispatches WHERE kind = ?").run(kind)
    }
}

/// A message whose contents are fixed, to be written into the Maildir.
public struct MessageRecord: Sendable {
    public let number: Int64
    public let kind: String
    public let comments: [Int64]
    public let at: Timestamp
}

extension Ledger {
    public func message(_ number: Int64) throws -> MessageRecord? {
        try read { database in
            try Statement(database, "SELECT number, kind, comments, at FROM messages WHERE number = ?").first(
                .integer(number)
            ) {
                MessageRecord(
                    number: $0.integer(0),
                    kind: $0.text(1),
                    comments: $0.text(2).split(separator: ",").compactMap { Int64($0) },
                    at: Timestamp(milliseconds: $0.integer(3))
                )
            }
        }
    }
}
