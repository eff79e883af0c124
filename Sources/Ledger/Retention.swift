import Comments
import GRDB

/// How long what is no longer needed is kept, in seconds from the decision on.
public struct RetentionLimits: Sendable {
    public var spam: Int64
    public var trash: Int64
    public var rejected: Int64
    public var ip: Int64
    public var deliveries: Int64

    public init(spam: Int64, trash: Int64, rejected: Int64, ip: Int64, deliveries: Int64) {
        self.spam = spam
        self.trash = trash
        self.rejected = rejected
        self.ip = ip
        self.deliveries = deliveries
    }
}

extension RetentionLimits {
    /// By verdict, the moment of decision up to which comments are kept no longer.
    func ends(at now: Timestamp) -> [(verdict: Verdict, end: Timestamp)] {
        [(Verdict.spam, spam), (.trashed, trash), (.rejected, rejected)].map { verdict, age in
            (verdict, now.adding(seconds: -age))
        }
    }
}

extension Ledger {
    /// Whether there is anything for `purgeComments` to take away.
    public func hasPurgeable(_ limits: RetentionLimits, at now: Timestamp) throws -> Bool {
        try read { reader in
            let statement = try reader.statement(
                "SELECT 1 FROM comments WHERE \(LedgerTransaction.isPurgeable) LIMIT 1"
            )
            return try limits.ends(at: now).contains { verdict, end in
                try statement.exists(.integer(verdict.code), .integer(end.milliseconds))
            }
        }
    }
}

extension LedgerTransaction {
    fileprivate static let isPurgeable = "verdict = ? AND decidedAt < ? AND isTombstone = 0"

    /// Purges spam, trash and rejected submissions whose decision is older than `limits` allow, leaving a tombstone where a reply
    /// hangs.
    /// - Returns: how many.
    public func purgeComments(_ limits: RetentionLimits, at now: Timestamp) throws -> Int {
        var count = 0
        for (verdict, end) in limits.ends(at: now) {
            var sequences: [Int64] = []
            try Statement(database, "SELECT sequence FROM comments WHERE \(Self.isPurgeable)")
                .forEach([.integer(verdict.code), .integer(end.milliseconds)]) {
                    sequences.append($0.integer(0))
                    return true
                }
            for sequence in sequences { try remove(sequence, verdict) }
            count += sequences.count
        }
        return count
    }

    /// Shortens addresses half-way and removes them in the end; forgets the keys of old deliveries, whose rows are gone, and tokens
    /// that are no longer valid. Goes through all comments.
    public func forget(_ limits: RetentionLimits, at now: Timestamp) throws {
        try forgetAddresses(limits.ip, at: now)
        try Statement(
            database,
            "DELETE FROM deliveries WHERE finishedAt < ? AND id NOT IN (SELECT delivery FROM comments)"
        ).run(.integer(now.adding(seconds: -limits.deliveries).milliseconds))
        try Statement(database, "DELETE FROM usedTokens WHERE expires < ?").run(.integer(now.seconds))
    }

    private func remove(_ sequence: Int64, _ verdict: Verdict) throws {
        if verdict == .rejected {
            let delivery = try Statement(database, "SELECT delivery FROM comments WHERE sequence = ?")
                .first(.integer(sequence)) { $0.integer(0) }
            if let delivery { owe(.rejected, delivery) }
        }
        try forgetNeighbours(of: sequence)
        let hasReplies = try Statement(database, "SELECT 1 FROM comments WHERE parent = ? LIMIT 1").exists(
            .integer(sequence)
        )
        guard hasReplies else {
            tally(verdict, -1)
            try Statement(database, "DELETE FROM comments WHERE sequence = ?").run(.integer(sequence))
            return
        }
        try Statement(
            database,
            """
            UPDATE comments SET name = '', email = NULL, website = NULL, ip = NULL, userAgent = NULL, referrer = NULL, body = '',
                extra = NULL, findings = NULL, signature = NULL, hosts = NULL, duplicateKey = NULL, emailKey = NULL, ipKey = NULL,
                isTombstone = 1
            WHERE sequence = ?
            """
        ).run(.integer(sequence))
    }

    /// An IPv4 address keeps its first three numbers half-way, an IPv6 one its first three groups.
    private func forgetAddresses(_ age: Int64, at now: Timestamp) throws {
        let end = now.adding(seconds: -age).milliseconds
        try Statement(database, "UPDATE comments SET ip = NULL, ipKey = NULL WHERE ip IS NOT NULL AND decidedAt < ?")
            .run(.integer(end))
        var shortened: [(Int64, String)] = []
        let sql = "SELECT sequence, ip FROM comments WHERE ip IS NOT NULL AND decidedAt < ?"
        try Statement(database, sql).forEach([.integer(now.adding(seconds: -age / 2).milliseconds)]) { row in
            let address = row.text(1)
            let prefix = AddressPrefix.shortened(address)
            if prefix != address { shortened.append((row.integer(0), prefix)) }
            return true
        }
        let update = try Statement(database, "UPDATE comments SET ip = ?, ipKey = NULL WHERE sequence = ?")
        for (sequence, prefix) in shortened { try update.run(.text(prefix), .integer(sequence)) }
    }
}

enum AddressPrefix {
    /// The network part of an IP address, `203.0.113.` or `2001:db8:1::`; what has that form already stays.
    static func shortened(_ address: String) -> String {
        if address.contains(":") {
            let groups = address.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
            let kept = groups.prefix { !$0.isEmpty }.prefix(3)
            return kept.joined(separator: ":") + "::"
        }
        let numbers = address.split(separator: ".", omittingEmptySubsequences: true)
        return numbers.count <= 3 ? address : numbers.prefix(3).joined(separator: ".") + "."
    }
}
