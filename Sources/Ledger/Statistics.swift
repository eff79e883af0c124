import Comments
import GRDB

/// Figures of the ledger for the status page and metrics; no personal data.
public struct Statistics: Sendable {
    public var counts: [Verdict: Int] = [:]
    public var threads = 0
    /// Decided in each of the last 24 hours, the oldest first.
    public var hours: [Int] = []
    /// When the comment was held that has waited longest for a moderator.
    public var oldestHeld: Timestamp?
    public var moderatorActions = 0
    /// How far the spam model's learning has come.
    public var learned = Learned()

    /// Decided in the last hour and day.
    public var lastHour: Int { hours.last ?? 0 }
    public var lastDay: Int { hours.reduce(0, +) }
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
            let decided = try reader.statement(
                "SELECT count(*) FROM comments WHERE verdict = ? AND decidedAt >= ? AND decidedAt < ?"
            )
            figures.hours = try (0..<24).map { hour in
                let start = now.adding(seconds: Int64(hour - 24) * 3600).milliseconds
                let end = hour == 23 ? Int64.max : start + 3_600_000
                return try Verdict.allCases.reduce(0) { sum, verdict in
                    try sum
                        + (decided.first(.integer(verdict.code), .integer(start), .integer(end)) { $0.int(0) } ?? 0)
                }
            }
            figures.oldestHeld =
                try reader.statement("SELECT min(decidedAt) FROM comments WHERE verdict = 1").first { $0.time(0) }
                ?? nil
            return figures
        }
    }
}
