import Comments

extension LedgerTransaction {
    /// Puts a new decision in place of the worker's own, with audit, places and what the outbox owes: also a notice of what is held now. What a moderator decided, and
    /// what was rejected, erased or changed since it was read, stays.
    /// - Returns: whether it was replaced.
    public func replaceDecision(on comment: StoredComment, with decision: Decision, at time: Timestamp) throws -> Bool {
        let before = comment.decision.verdict
        let isAsRead = try Statement(
            database,
            "SELECT 1 FROM comments WHERE sequence = ? AND verdict = ? AND body = ? AND decidedBy IS NULL AND isTombstone = 0"
        ).exists(.integer(comment.sequence), .integer(before.code), .text(comment.body))
        guard isAsRead, before != .rejected, decision.verdict != .rejected else { return false }
        _ = try audit(
            "recheck",
            comment,
            by: nil,
            note: nil,
            before: before.rawValue,
            after: decision.verdict.rawValue,
            at: time
        )
        try setVerdict(decision.verdict, of: comment, by: nil, at: time)
        if decision.verdict == .held, before != .held { owe(.heldNotice, comment.sequence) }
        try Statement(
            database,
            "UPDATE comments SET score = ?, findings = ?, ruleSet = ?, model = ? WHERE sequence = ?"
        ).run(
            .integer(Int64(decision.score)),
            .optional(utf8: StoredFindings.utf8(decision.findings)),
            .text(decision.ruleSet),
            .text(decision.model),
            .integer(comment.sequence)
        )
        return true
    }
}
