import Comments

extension KnownKeys {
    /// Takes in the keys of all comments that the ledger holds.
    func fill(from transaction: LedgerTransaction) throws {
        func each(_ sql: String, _ body: (borrowing Row) -> Void) throws {
            try Statement(transaction.database, sql).forEach([]) {
                body($0)
                return true
            }
        }
        try each("SELECT id FROM comments") { insert($0.commentID(0)) }
        try each("SELECT thread, senderID FROM comments WHERE senderID IS NOT NULL") {
            insert(senderID: $0.text(1), thread: $0.integer(0))
        }
        try each("SELECT duplicateKey FROM comments WHERE duplicateKey IS NOT NULL") {
            insert($0.integer(0), .duplicate)
        }
        for (column, kind) in [("emailKey", Kind.email), ("ipKey", .ip)] {
            try each("SELECT \(column), submittedAt FROM comments WHERE \(column) IS NOT NULL") {
                insert($0.integer(0), kind, at: Timestamp(milliseconds: $0.integer(1)))
            }
        }
        try each("SELECT host, submittedAt FROM hosts") {
            insert($0.integer(0), .host, at: Timestamp(milliseconds: $0.integer(1)))
        }
        try each("SELECT key FROM bands") { insert($0.integer(0), .band) }
    }

    // MARK: Ids

    func insert(_ id: CommentID) { insert(Self.key(id), .id) }

    func mayHold(_ id: CommentID) -> Bool { mayHold(Self.key(id), .id) }

    func insert(senderID: String, thread: Int64) { insert(Self.key(senderID, thread), .sender) }

    func mayHold(senderID: String, thread: Int64) -> Bool { mayHold(Self.key(senderID, thread), .sender) }

    private static func key(_ id: CommentID) -> Int64 { Int64(bitPattern: id.high ^ id.low) }

    private static func key(_ senderID: String, _ thread: Int64) -> Int64 {
        var hasher = Hasher()
        hasher.combine(thread)
        hasher.combine(senderID)
        return Int64(hasher.finalize())
    }

    // MARK: Keys that are asked for with a time

    func insert(_ key: Int64, _ kind: Kind, at time: Timestamp) {
        insert(Self.key(key, hour: Self.hour(time)), kind)
    }

    /// Whether a comment may have the key that was submitted from one moment to the other.
    func mayHold(_ key: Int64, _ kind: Kind, from start: Timestamp, to end: Timestamp) -> Bool {
        let (first, last) = (Self.hour(start), Self.hour(end))
        guard first <= last, last - first < Self.mostHours else { return first <= last }
        return (first...last).contains { mayHold(Self.key(key, hour: $0), kind) }
    }

    /// Longer spans are not looked through.
    private static let mostHours: Int64 = 4

    private static func hour(_ time: Timestamp) -> Int64 { time.spans(ofSeconds: 3600) }

    private static func key(_ key: Int64, hour: Int64) -> Int64 { key ^ hour &* 0x2545_F491_4F6C_DD1D }
}
