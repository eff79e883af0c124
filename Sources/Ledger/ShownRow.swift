import Comments
import GRDB

/// A row of `comments` as far as pages and feeds need it: what only moderators read is not.
enum ShownRow {
    /// Joined as `c` (comments) and `p` (the parent).
    static let columns = """
        c.sequence, c.id, p.id, c.name, c.email, c.website, c.isVerified, c.body, c.format,
        coalesce(c.submittedAt, c.arrivedAt), coalesce(c.publishedAt, c.decidedAt), c.publication, c.editedAt
        """

    /// The first place after those of `columns`.
    static let end = 13

    static let source = "comments c LEFT JOIN comments p ON p.sequence = c.parent"

    static func comment(_ row: borrowing Row) -> ShownComment {
        ShownComment(
            sequence: row.integer(0),
            id: row.commentID(1),
            parent: row.isNull(2) ? nil : row.commentID(2),
            name: row.text(3),
            email: row.optionalText(4),
            website: row.optionalText(5),
            isVerified: row.flag(6),
            body: row.text(7),
            format: row.optionalText(8).flatMap(BodyFormat.init(rawValue:)),
            postedAt: Timestamp(milliseconds: row.integer(9)),
            publishedAt: Timestamp(milliseconds: row.integer(10)),
            publication: row.optionalInteger(11),
            editedAt: row.time(12)
        )
    }
}
