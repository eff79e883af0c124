import Comments
import GRDB

extension Dispatch {
    /// Selects kind, target and detail of what stands for the whole outbox.
    fileprivate static func everything(withItems: Bool) -> String {
        withItems
            ? "SELECT \(Kind.item.rawValue), sequence, 0 FROM comments WHERE shown = 1 UNION ALL \(shared)" : shared
    }

    private static let shared = """
        SELECT \(Kind.pagesFrom.rawValue), id, 0 FROM threads
        UNION ALL SELECT \(Kind.threadFeeds.rawValue), id, \(withArchives) FROM threads
        UNION ALL SELECT DISTINCT \(Kind.archive.rawValue), publication / \(archiveGranule), 0 FROM comments
            WHERE publication IS NOT NULL
        UNION ALL SELECT DISTINCT \(Kind.rejected.rawValue), delivery, 0 FROM comments WHERE verdict = 4
        UNION ALL SELECT \(Kind.siteFeeds.rawValue), 0, 0
        UNION ALL SELECT \(Kind.index.rawValue), 0, 0
        """
}

extension Ledger {
    /// Gives what the outbox owes to `body`, oldest first, at most `limit`.
    public func forEachDispatch(limit: Int, _ body: (Dispatch) -> Void) throws {
        try read { reader in
            let sql =
                "SELECT number, kind, target, detail FROM dispatches WHERE kind <> \(Dispatch.Kind.heldNotice.rawValue) ORDER BY number LIMIT ?"
            try reader.statement(sql).forEach([.integer(Int64(limit))]) { row in
                if let kind = Dispatch.Kind(rawValue: row.integer(1)) {
                    body(Dispatch(number: row.integer(0), kind: kind, target: row.integer(2), detail: row.integer(3)))
                }
                return true
            }
        }
    }

    /// Gives dispatches that stand for the whole outbox to `body`, whether due or not.
    public func forEachPossibleDispatch(_ body: (Dispatch) -> Void) throws {
        try read { reader in
            try reader.statement(Dispatch.everything(withItems: keepsItems)).forEach([]) { row in
                if let kind = Dispatch.Kind(rawValue: row.integer(0)) {
                    body(Dispatch(number: 0, kind: kind, target: row.integer(1), detail: row.integer(2)))
                }
                return true
            }
        }
    }

    public var hasDispatches: Bool {
        get throws { try read { try $0.statement("SELECT 1 FROM dispatches LIMIT 1").exists() } }
    }
}

extension LedgerTransaction {
    /// Says that the files of all dispatches up to a number are in place, and these messages in the Maildir. What became due anew in the
    /// meantime has a higher number and stays.
    public func settle(upTo number: Int64, messages: [Int64]) throws {
        try Statement(database, "DELETE FROM dispatches WHERE number <= ? AND kind <> ?")
            .run(.integer(number), .integer(Dispatch.Kind.heldNotice.rawValue))
        for message in messages { try forgetText(ofMessage: message) }
    }

    /// Makes everything in the outbox due again.
    public func oweEverything() throws {
        try database.execute(
            sql:
                "INSERT OR REPLACE INTO dispatches (kind, target, detail) \(Dispatch.everything(withItems: keepsItems))"
        )
    }

    func withdrawNotice(of sequence: Int64) throws {
        retract(.heldNotice, sequence)
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
        try postMessage(.held, comments: comments.joined(separator: ","), at: time)
        try Statement(database, "DELETE FROM dispatches WHERE kind = ?").run(kind)
    }
}
