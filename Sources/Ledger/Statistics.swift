import Comments
import GRDB

/// Figures of the ledger for the status page and metrics; no personal data.
public struct Statistics: Sendable {
    public var counts: [Verdict: Int] = [:]
    public var threads = 0
    /// Decided in the last hour and day.
    public var lastHour = 0
    public var lastDay = 0
    /// When the comment was held that has waited longest for a moderator.
    public var oldestHeld: Timestamp?
    public var moderatorActions = 0
    /// How far the spam model's learning has come.
    public var learned = Learned()
}

extension Ledger {
    public func statistics(at now: Timestamp) throws -> Statistics {
        try read { reader in
            var figures = Statistics()
            try reader.statement("SELECT verdict, comments FROM tallies").forEach([]) { row in
                figures.counts[Verdict(code: row.integer(0))] = row.int(1)
                return true
            }
            func count(_ sql: String, _ value: SQLValue = .null) throws -> Int {
                try reader.statement(sql).first(value) { $0.int(0) } ?? 0
            }
            figures.threads = try count("SELECT count(*) FROM threads")
            figures.moderatorActions = try count("SELECT count(*) FROM actions WHERE by IS NOT NULL")
            figures.learned = try reader.learned() ?? Learned()
            let recent = try reader.statement("SELECT count(*) FROM comments WHERE verdict = ? AND decidedAt >= ?")
            func decided(since time: Timestamp) throws -> Int {
                try Verdict.allCases.reduce(0) { sum, verdict in
                    try sum + (recent.first(.integer(verdict.code), .integer(time.milliseconds)) { $0.int(0) } ?? 0)
                }
            }
            figures.lastHour = try decided(since: now.adding(seconds: -3600))
            figures.lastDay = try decided(since: now.adding(seconds: -86400))
            figures.oldestHeld =
                try reader.statement("SELECT min(decidedAt) FROM comments WHERE verdict = 1").first { $0.time(0) }
                ?? nil
            return figures
        }
    }
}
