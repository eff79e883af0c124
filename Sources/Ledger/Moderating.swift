import Comments
import GRDB
import JSON

/// What a moderator does to a comment.
public enum ModeratorAct: Sendable, Hashable {
    case approve
    case hold
    case spam
    case trash
    /// Back to the verdict from before spam or trash; one that was trashed on arrival is held.
    case restore
    case edit(body: String)

    public var name: String {
        switch self {
        case .approve: "approve"
        case .hold: "hold"
        case .spam: "spam"
        case .trash: "trash"
        case .restore: "restore"
        case .edit: "edit"
        }
    }
}

/// A moderator's act as the ledger audits it.
public struct ActionRecord: Sendable, Hashable {
    public let number: Int64
    public let comment: CommentID
    public let name: String
    public let at: Timestamp
    public let by: String?
    public let note: String?
    /// The verdict, or for an edit the body, before and after.
    public let before: String
    public let after: String
    public let isUndone: Bool
}

extension LedgerTransaction {
    /// Does a moderator's act: verdict or body, audit, what it teaches, places and what the outbox owes. Acting to no effect
    /// records nothing.
    /// - Returns: the action's number, or nil where the comment was like that already and a moderator had said so.
    /// - Throws: `LedgerError.notApplicable` for a rejected or erased comment.
    @discardableResult
    public func act(
        _ act: ModeratorAct,
        on comment: StoredComment,
        by moderator: String,
        note: String? = nil,
        at time: Timestamp
    ) throws -> Int64? {
        guard comment.decision.verdict != .rejected, comment.thread != nil else {
            throw LedgerError.notApplicable("\(comment.id) was rejected; have it submitted again without its problems")
        }
        guard !comment.isTombstone else {
            throw LedgerError.notApplicable("\(comment.id) was erased; nothing of it is left")
        }
        if case .edit(let body) = act { return try edit(comment, to: body, by: moderator, note: note, at: time) }
        let after = try target(of: act, for: comment)
        guard after != comment.decision.verdict || comment.decidedBy == nil else { return nil }
        let number = try audit(
            act.name,
            comment,
            by: moderator,
            note: note,
            before: comment.decision.verdict.rawValue,
            after: after.rawValue,
            at: time
        )
        try setVerdict(after, of: comment, by: moderator, at: time)
        try teach(comment, isSpam: after.label)
        return number
    }

    /// Takes an action back: the verdict, who had decided it and what it had taught, or the body from before it. The latest of a
    /// moderator that is not undone where `number` is nil.
    /// - Throws: `LedgerError.unknownAction`.
    public func undo(_ number: Int64?, by moderator: String, at time: Timestamp) throws -> ActionRecord {
        let condition =
            number == nil
            ? "a.undoneBy IS NULL AND a.kind <> 'undo' AND a.by IS NOT NULL"
            : "a.number = ? AND a.undoneBy IS NULL AND a.kind <> 'undo'"
        let found = try Statement(database, ActionQuery.sql("WHERE \(condition) ORDER BY a.number DESC LIMIT 1"))
            .first(number.map(SQLValue.integer) ?? .null) { ActionQuery.record($0) }
        guard let action = found else { throw LedgerError.unknownAction(number ?? 0) }
        var selection = Selection()
        selection.ids = [action.comment]
        guard let comment = try comments(selection).first else { throw LedgerError.unknownComment("\(action.comment)") }
        if action.name == "edit" {
            try setBody(action.before, of: comment, at: time)
        } else if let verdict = Verdict(rawValue: action.before) {
            let former = try Statement(database, "SELECT decidedByBefore, learntBefore FROM actions WHERE number = ?")
                .first(.integer(action.number)) { (decidedBy: $0.optionalText(0), label: $0.optionalFlag(1)) }
            try setVerdict(verdict, of: comment, by: former?.decidedBy, at: time)
            try teach(comment, isSpam: former?.label)
        }
        let undo = try audit(
            "undo",
            comment,
            by: moderator,
            note: "undoes action \(action.number)",
            before: action.after,
            after: action.before,
            at: time
        )
        try Statement(database, "UPDATE actions SET undoneBy = ? WHERE number = ?").run(
            .integer(undo),
            .integer(action.number)
        )
        return action
    }

    private func target(of act: ModeratorAct, for comment: StoredComment) throws -> Verdict {
        switch act {
        case .approve: return .approved
        case .hold: return .held
        case .spam: return .spam
        case .trash: return .trashed
        case .restore, .edit:
            guard comment.decision.verdict == .spam || comment.decision.verdict == .trashed else {
                throw LedgerError.notApplicable(
                    "\(comment.id) is \(comment.decision.verdict.rawValue); only spam and trashed comments are restored"
                )
            }
            let before = try Statement(database, "SELECT restoresTo FROM comments WHERE sequence = ?")
                .first(.integer(comment.sequence)) { $0.optionalInteger(0) }
            return before.flatMap { $0 }.map(Verdict.init(code:)) ?? .held
        }
    }

    func setVerdict(
        _ verdict: Verdict,
        of comment: StoredComment,
        by moderator: String?,
        at time: Timestamp
    ) throws {
        let before = comment.decision.verdict
        let leavesSight = (verdict == .spam || verdict == .trashed) && before != .spam && before != .trashed
        try Statement(
            database,
            """
            UPDATE comments SET verdict = ?, decidedAt = ?, decidedBy = ?, restoresTo = CASE WHEN ? THEN ? ELSE restoresTo END
            WHERE sequence = ?
            """
        ).run(
            .integer(verdict.code),
            .integer(time.milliseconds),
            .optional(moderator),
            .flag(leavesSight),
            .integer(before.code),
            .integer(comment.sequence)
        )
        tally(before, -1)
        tally(verdict, 1)
        try countApproval(of: comment, from: before, to: verdict)
        try replace(comment.sequence, at: time)
        if verdict == .approved, comment.publishedAt == nil {
            try postOutcome(of: comment.sequence, verdict, isVerified: comment.author.isVerified, at: time)
        }
        if before == .held { try withdrawNotice(of: comment.sequence) }
    }

    private func edit(
        _ comment: StoredComment,
        to body: String,
        by moderator: String,
        note: String?,
        at time: Timestamp
    ) throws -> Int64? {
        guard body != comment.body else { return nil }
        let number = try audit(
            "edit",
            comment,
            by: moderator,
            note: note,
            before: comment.body,
            after: body,
            at: time
        )
        try setBody(body, of: comment, at: time)
        return number
    }

    private func setBody(_ body: String, of comment: StoredComment, at time: Timestamp) throws {
        try Statement(database, "UPDATE comments SET body = ?, editedAt = ? WHERE sequence = ?")
            .run(.text(body), .integer(time.milliseconds), .integer(comment.sequence))
        try replace(comment.sequence, at: time)
    }

    func audit(
        _ name: String,
        _ comment: StoredComment,
        by moderator: String?,
        note: String?,
        before: String,
        after: String,
        at time: Timestamp
    ) throws -> Int64 {
        try Statement(
            database,
            """
            INSERT INTO actions (comment, kind, at, by, note, before, after, decidedByBefore, learntBefore)
            VALUES (?,?,?,?,?,?,?,?,?)
            """
        ).run(
            .integer(comment.sequence),
            .text(name),
            .integer(time.milliseconds),
            .optional(moderator),
            .optional(note),
            .text(before),
            .text(after),
            .optional(comment.decidedBy),
            .optional(try label(of: comment.id))
        )
        return database.lastInsertedRowID
    }

    /// Keeps the author's number of approved comments.
    private func countApproval(of comment: StoredComment, from before: Verdict, to after: Verdict) throws {
        let change = (after == .approved ? 1 : 0) - (before == .approved ? 1 : 0)
        guard change != 0 else { return }
        try Statement(
            database,
            """
            UPDATE authors SET approved = approved + ?1 WHERE key = (SELECT authorKey FROM comments WHERE sequence = ?2)
            """
        ).run(.integer(Int64(change)), .integer(comment.sequence))
    }
}

enum ActionQuery {
    static func sql(_ condition: String) -> String {
        """
        SELECT a.number, c.id, a.kind, a.at, a.by, a.note, a.before, a.after, a.undoneBy
        FROM actions a JOIN comments c ON c.sequence = a.comment \(condition)
        """
    }

    static func record(_ row: borrowing Row) -> ActionRecord {
        ActionRecord(
            number: row.integer(0),
            comment: row.commentID(1),
            name: row.text(2),
            at: Timestamp(milliseconds: row.integer(3)),
            by: row.optionalText(4),
            note: row.optionalText(5),
            before: row.text(6),
            after: row.text(7),
            isUndone: !row.isNull(8)
        )
    }
}

extension Ledger {
    /// What moderators did to a comment, oldest first.
    public func actions(on comment: CommentID) throws -> [ActionRecord] {
        try read { reader in
            var actions: [ActionRecord] = []
            try reader.statement(ActionQuery.sql("WHERE c.id = ? ORDER BY a.number")).forEach([.blob(comment.blob)]) {
                actions.append(ActionQuery.record($0))
                return true
            }
            return actions
        }
    }
}

extension LedgerTransaction {
    /// Marks a token as used.
    /// - Returns: false where it was used before.
    public func use(_ token: ActionToken) throws -> Bool {
        try Statement(database, "INSERT OR IGNORE INTO usedTokens (token, expires) VALUES (?,?)")
            .run(.text(token.description), .integer(token.expires))
        return database.changesCount > 0
    }
}
