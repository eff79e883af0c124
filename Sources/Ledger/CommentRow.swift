import Comments
import GRDB

/// A row of `comments` with what belongs to it in other tables.
enum CommentRow {
    /// Joined as `c` (comments), `t` (threads), `d` (deliveries) and `p` (the parent).
    static let columns = """
        c.sequence, c.id, d.name, c.item, c.arrivedAt, c.senderID, t.canonical, t.url, p.id, c.name, c.email, c.website, c.ip,
        c.userAgent, c.referrer, c.isVerified, c.body, c.format, c.extra, c.submittedAt, c.verdict, c.score, c.findings,
        c.problems, c.ruleSet, c.model, c.decidedAt, c.decidedBy, c.publication, c.publishedAt, c.editedAt, c.isTombstone
        """

    static let source = """
        comments c JOIN deliveries d ON d.id = c.delivery LEFT JOIN threads t ON t.id = c.thread
        LEFT JOIN comments p ON p.sequence = c.parent
        """

    static func comment(_ row: borrowing Row) -> StoredComment {
        let origin = Origin(
            id: row.commentID(1),
            delivery: row.text(2),
            index: row.int(3),
            arrivedAt: Timestamp(milliseconds: row.integer(4))
        )
        let thread = row.optionalText(6).map { ThreadAddress(canonical: $0, url: row.text(7)) }
        let author = Author(
            name: row.text(9),
            email: row.optionalText(10),
            website: row.optionalText(11),
            ip: row.optionalText(12),
            userAgent: row.optionalText(13),
            referrer: row.optionalText(14),
            isVerified: row.flag(15)
        )
        let decision = Decision(
            verdict: Verdict(code: row.integer(20)),
            score: row.int(21),
            findings: StoredFindings.findings(row.optionalText(22)),
            problems: StoredFindings.problems(row.optionalText(23)),
            ruleSet: row.text(24),
            model: row.text(25)
        )
        return StoredComment(
            sequence: row.integer(0),
            origin: origin,
            senderID: row.optionalText(5),
            thread: thread,
            parent: row.isNull(8) ? nil : row.commentID(8),
            author: author,
            body: row.text(16),
            format: row.optionalText(17).flatMap(BodyFormat.init(rawValue:)),
            submittedAt: row.time(19),
            extra: row.optionalText(18),
            decision: decision,
            decidedAt: Timestamp(milliseconds: row.integer(26)),
            decidedBy: row.optionalText(27),
            publishedAt: row.time(29),
            publication: row.optionalInteger(28),
            editedAt: row.time(30),
            isTombstone: row.flag(31)
        )
    }
}
