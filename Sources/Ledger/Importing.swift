import Comments
import GRDB
import Moderation

extension LedgerTransaction {
    /// Who is said to have decided what an import brought along.
    public static let importer = "import"

    /// Whether a comment is here already: the same sender's id in the thread, or the same words under the same parent, of the same
    /// second.
    public func isKnown(
        senderID: String?,
        duplicateKey: Int64,
        thread: String,
        submittedAt: Timestamp
    ) throws -> Bool {
        let second = SQLValue.integer(submittedAt.seconds)
        if try statements.knownWords.exists(.integer(duplicateKey), second) { return true }
        guard let senderID, let row = try threadRow(thread) else { return false }
        return try statements.knownSender.exists(.integer(row.number), .text(senderID), second)
    }

    /// Records a comment of an import without telling anybody of it. Where its verdict is kept, it counts as a moderator's: recheck
    /// leaves it alone, and the spam model learns it.
    public func record(
        imported comment: Comment,
        _ judgement: Judgement,
        isKept: Bool,
        delivery: Int64,
        slug: @autoclosure () -> String,
        at time: Timestamp
    ) throws {
        notices = []
        try record(comment, judgement, delivery: delivery, slug: slug(), at: time)
        guard let sequence = try statements.sequence.first(.blob(comment.origin.id.blob), read: { $0.integer(0) })
        else { return }
        if judgement.decision.verdict == .held { try withdrawNotice(of: sequence) }
        guard isKept else { return }
        try statements.keepImported.run(.text(Self.importer), .integer(sequence))
        guard let label = judgement.decision.verdict.label else { return }
        try teach(
            StoredComment(
                sequence: sequence,
                origin: comment.origin,
                senderID: judgement.senderID,
                thread: comment.thread,
                parent: judgement.parent,
                author: comment.author,
                body: comment.body,
                format: comment.format,
                submittedAt: comment.submittedAt,
                decision: judgement.decision,
                decidedAt: time,
                decidedBy: Self.importer
            ),
            isSpam: label
        )
    }
}
