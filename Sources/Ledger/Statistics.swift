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
            figures.hours = try decidedByHour(reader, at: now)
            figures.oldestHeld =
                try reader.statement("SELECT min(decidedAt) FROM comments WHERE verdict = 1").first { $0.time(0) }
                ?? nil
            return figures
        }
    }

    private func decidedByHour(_ reader: LedgerReader, at now: Timestamp) throws -> [Int] {
        // A range of the index for each verdict and hour, so that nothing is sorted. The last hour has no end.
        let sql = """
            WITH RECURSIVE hours(hour, start) AS
                (VALUES (0, ?1) UNION ALL SELECT hour + 1, start + 3600000 FROM hours WHERE hour < 23)
            SELECT hour, (SELECT count(*) FROM comments
                WHERE verdict IN (\(Verdict.allCases.map { "\($0.code)" }.joined(separator: ",")))
                    AND decidedAt >= start AND decidedAt < iif(hour < 23, start + 3600000, 9223372036854775807))
            FROM hours
            """
        var hours = [Int](repeating: 0, count: 24)
        try reader.statement(sql).forEach([.integer(now.adding(seconds: -86400).milliseconds)]) { row in
            hours[row.int(0)] = row.int(1)
            return true
        }
        return hours
    }
}
