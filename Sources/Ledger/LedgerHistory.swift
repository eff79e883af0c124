import Comments
import Moderation

extension LedgerTransaction: History {
    public func thread(_ canonical: String) throws -> ThreadRecord? {
        let known = try threadRow(canonical)?.record
        guard judgesOldComments else { return known }
        var record = known ?? ThreadRecord(address: ThreadAddress(canonical: canonical, url: canonical), slug: "")
        record.isListed = true
        record.isClosed = false
        record.publishedAt = nil
        return record
    }

    public func parent(named name: String, in thread: String) throws -> ParentRecord? {
        try parentRow(named: name, in: thread)?.record
    }

    public func isSenderIDTaken(_ id: String, in thread: String) throws -> Bool {
        guard let row = try threadRow(thread), known?.mayHold(senderID: id, thread: row.number) ?? true else {
            return false
        }
        return try statements.senderID.exists(.integer(row.number), .text(id))
    }

    public func duplicates(of duplicateKey: Int64) throws -> [Int64?] {
        guard known?.mayHold(duplicateKey, .duplicate) ?? true else { return [] }
        var keys: [Int64?] = []
        try statements.duplicates.forEach([.integer(duplicateKey)]) {
            keys.append($0.optionalInteger(0))
            return true
        }
        return keys
    }

    public func hasNeighbour(ipKey: Int64?, emailKey: Int64?, after: Timestamp, before: Timestamp) throws -> Bool {
        func mayHold(_ key: Int64?, _ kind: KnownKeys.Kind) -> Bool {
            guard let key else { return false }
            return known?.mayHold(key, kind, from: after, to: before) ?? true
        }
        guard mayHold(ipKey, .ip) || mayHold(emailKey, .email) else { return false }
        return try statements.neighbour.exists(
            .optional(ipKey),
            .optional(emailKey),
            .integer(after.milliseconds),
            .integer(before.milliseconds)
        )
    }

    public func hasApproved(authorKey: Int64) throws -> Bool {
        try statements.author.first(.integer(authorKey)) { $0.integer(1) > 0 } ?? false
    }

    public func author(_ authorKey: Int64) throws -> AuthorRecord? {
        try statements.author.first(.integer(authorKey)) {
            AuthorRecord(approvedCount: $0.int(1), firstSeen: Timestamp(milliseconds: $0.integer(0)))
        }
    }

    public func tokenEpoch(emailKey: Int64) throws -> Int {
        try statements.epoch.first(.integer(emailKey)) { $0.int(0) } ?? 0
    }

    func parentRow(named name: String, in thread: String) throws -> ParentRow? {
        if let id = CommentID(name), known?.mayHold(id) ?? true,
            let row = try statements.parentByID.first(.blob(id.blob), read: { ParentRow($0) })
        {
            return row
        }
        guard let number = try threadRow(thread)?.number, known?.mayHold(senderID: name, thread: number) ?? true else {
            return nil
        }
        return try statements.parentBySender.first(.integer(number), .text(name)) { ParentRow($0) }
    }
}

/// What judgement and recording need of a comment that is answered.
struct ParentRow {
    let sequence: Int64
    let record: ParentRecord

    /// Of `comments` as `c` and `threads` as `t`.
    static let columns = "c.sequence, c.id, t.canonical, c.verdict, c.isTombstone"

    init(_ row: borrowing Row) {
        sequence = row.integer(0)
        record = ParentRecord(
            id: row.commentID(1),
            thread: row.optionalText(2),
            verdict: Verdict(code: row.integer(3)),
            isTombstone: row.flag(4)
        )
    }
}

extension LedgerTransaction {
    /// Makes all earlier author tokens of an e-mail address worthless.
    /// - Returns: the epoch from now on.
    public func startEpoch(emailKey: Int64) throws -> Int {
        try Statement(
            database,
            "INSERT INTO epochs (emailKey, epoch) VALUES (?,1) ON CONFLICT (emailKey) DO UPDATE SET epoch = epoch + 1"
        ).run(.integer(emailKey))
        return try tokenEpoch(emailKey: emailKey)
    }
}
