import Comments
import GRDB
import Moderation

/// A message whose contents are fixed, to be written into the Maildir.
public struct MessageRecord: Sendable {
    public enum Kind: String, Sendable {
        /// Held comments wait for the moderators.
        case held
        /// A rule writes to the moderators.
        case modmail
        /// A rule writes to the comment's author.
        case author
        /// Something is wrong with the desk.
        case trouble
        /// A comment was approved: for the moderators and the post's author.
        case approved
        /// A comment was approved or rejected: for its author.
        case outcome
    }

    public let number: Int64
    public let kind: Kind
    public let comments: [Int64]
    public let at: Timestamp
    public let subject: String?
    /// Kept until the message is in the Maildir.
    public let body: String?
}

/// What is told of outcomes (`notify.approved`, `notify.author`).
public struct OutcomeNotices: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let approved = OutcomeNotices(rawValue: 1)
    public static let author = OutcomeNotices(rawValue: 2)
}

extension Ledger {
    public func message(_ number: Int64) throws -> MessageRecord? {
        try read { reader in
            let sql = "SELECT kind, comments, at, subject, body FROM messages WHERE number = ?"
            let found = try reader.statement(sql).first(.integer(number)) { row in
                MessageRecord.Kind(rawValue: row.text(0)).map { kind in
                    MessageRecord(
                        number: number,
                        kind: kind,
                        comments: row.text(1).split(separator: ",").compactMap { Int64($0) },
                        at: Timestamp(milliseconds: row.integer(2)),
                        subject: row.optionalText(3),
                        body: row.optionalText(4)
                    )
                }
            }
            return found ?? nil
        }
    }
}

extension LedgerTransaction {
    private static let day: Int64 = 86400

    /// Makes a rule's letter due.
    func post(_ letter: Letter, about comment: Int64, at time: Timestamp) throws {
        if let address = letter.unprovenAddress {
            let yesterday = time.adding(seconds: -Self.day).milliseconds
            let hasOne = try Statement(database, "SELECT 1 FROM messages WHERE addressee = ? AND at > ? LIMIT 1")
                .exists(.integer(address), .integer(yesterday))
            if hasOne { return }
        }
        try postMessage(
            letter.recipient == .moderators ? .modmail : .author,
            comments: "\(comment)",
            at: time,
            addressee: letter.unprovenAddress,
            subject: letter.subject,
            body: letter.body
        )
    }

    /// Makes due what is to be told of a comment that was approved for the first time, or rejected.
    func postOutcome(of sequence: Int64, _ verdict: Verdict, isVerified: Bool, at time: Timestamp) throws {
        if verdict == .approved, notices.contains(.approved) {
            try postMessage(.approved, comments: "\(sequence)", at: time)
        }
        if isVerified, notices.contains(.author), verdict == .approved || verdict == .rejected {
            try postMessage(.outcome, comments: "\(sequence)", at: time)
        }
    }

    /// Makes a message to the moderators due that something is wrong, at most one a day.
    public func postTrouble(_ summary: String, _ text: String, at time: Timestamp) throws {
        let yesterday = time.adding(seconds: -Self.day).milliseconds
        let isTold = try Statement(database, "SELECT 1 FROM messages WHERE kind = ? AND at > ? LIMIT 1")
            .exists(.text(MessageRecord.Kind.trouble.rawValue), .integer(yesterday))
        if isTold { return }
        try postMessage(.trouble, comments: "", at: time, subject: summary, body: text)
    }

    func postMessage(
        _ kind: MessageRecord.Kind,
        comments: String,
        at time: Timestamp,
        addressee: Int64? = nil,
        subject: String? = nil,
        body: String? = nil
    ) throws {
        try Statement(
            database,
            "INSERT INTO messages (kind, comments, at, addressee, subject, body) VALUES (?,?,?,?,?,?)"
        ).run(
            .text(kind.rawValue),
            .text(comments),
            .integer(time.milliseconds),
            .optional(addressee),
            .optional(subject),
            .optional(body)
        )
        owe(.message, database.lastInsertedRowID)
    }

    func forgetText(ofMessage number: Int64) throws {
        try Statement(database, "UPDATE messages SET subject = NULL, body = NULL WHERE number = ?")
            .run(.integer(number))
    }
}
