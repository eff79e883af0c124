import Comments
import GRDB

/// An archive of a thread's feed: the publications that it holds (RFC 5005, section 4).
public struct ThreadArchive: Sendable, Hashable {
    /// From 1, the oldest.
    public let number: Int
    public let publications: ClosedRange<Int64>
}

extension Ledger {
    /// The archives of a thread's feed that are closed, oldest first.
    public func archives(ofThread thread: Int64) throws -> [ThreadArchive] {
        try read { reader in
            var archives: [ThreadArchive] = []
            let sql = "SELECT number, last FROM threadArchives WHERE thread = ? ORDER BY number"
            try reader.statement(sql).forEach([.integer(thread)]) { row in
                let first = (archives.last?.publications.upperBound ?? 0) + 1
                archives.append(ThreadArchive(number: row.int(0), publications: first...row.integer(1)))
                return true
            }
            return archives
        }
    }
}

extension LedgerTransaction {
    /// Closes the archives of a thread's feed that are full: each holds `window` publications, and what comes after the last one is
    /// at most as many. Those of another window are given up.
    public func closeArchives(ofThread thread: Int64, window: Int) throws {
        let number = SQLValue.integer(thread)
        let size = SQLValue.integer(Int64(window))
        if try statements.otherArchives.exists(number, size) { try reopenArchives(ofThread: thread) }
        var (count, last) =
            try statements.lastArchive.first(number) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
        // The publication that fills the next archive, where at least one more comes after it.
        while let full = try statements.fullArchive.first(number, .integer(last), size, read: { $0.integer(0) }) {
            guard try statements.laterPublication.exists(number, .integer(full)) else { return }
            count += 1
            last = full
            try statements.insertArchive.run(number, .integer(count), .integer(last), size)
        }
    }

    /// Whether a closed archive of a thread's feed holds a publication of it.
    func isArchived(_ publication: Int64, of thread: Int64) throws -> Bool {
        try statements.lastArchive.first(.integer(thread)) { publication <= $0.integer(1) } ?? false
    }

    /// Gives the archives of a thread's feed up, to be closed and written anew.
    func reopenArchives(ofThread thread: Int64) throws {
        try Statement(database, "DELETE FROM threadArchives WHERE thread = ?").run(.integer(thread))
        owe(.threadFeeds, thread, Dispatch.withArchives)
    }
}
