public import Comments

extension Comment {
    /// A stored comment as it came, to be judged again; nil for what was no comment, or of which only its place is left.
    public init?(_ stored: StoredComment) {
        guard let thread = stored.thread, let submittedAt = stored.submittedAt, !stored.isTombstone,
            stored.decision.verdict != .rejected
        else { return nil }
        self.init(
            origin: stored.origin,
            senderID: stored.senderID,
            thread: thread,
            parent: stored.parent?.description,
            author: stored.author,
            body: stored.body,
            format: stored.format,
            submittedAt: submittedAt,
            filledHoneypot: stored.decision.findings.contains { $0.symbol == Symbol.honeypot.rawValue },
            extra: stored.extra
        )
    }
}
