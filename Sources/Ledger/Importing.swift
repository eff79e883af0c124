import Comments
import GRDB
import Moderation

extension LedgerTransaction {
    /// Who is said to have decided what an import brought along.
    public static let importer = "import"

    /// What the ledger has of a comment that is to be imported.
    public enum Presence: Sendable {
        case new
        /// Another comment of the thread has its sender's id.
        case namesake
        /// The same sender's id in the thread, or the same words under the same parent, of the same second.
        case known
    }

    public func presence(
        ofSender senderID: String?,
        duplicateKey: Int64,
        thread: String,
        submittedAt: Timestamp
    ) throws -> Presence {
        let second = SQLValue.integer(submittedAt.seconds)
        if known?.mayHold(duplicateKey, .duplicate) ?? true,
            try statements.knownWords.exists(.integer(duplicateKey), second)
        {
            return .known
        }
        guard let senderID, let row = try threadRow(thread),
            known?.mayHold(senderID: senderID, thread: row.number) ?? true
        else { return .new }
        var presence = Presence.new
        try statements.knownSender.forEach([.integer(row.number), .text(senderID), second]) { row in
            if row.flag(0) { presence = .known } else if row.flag(1), presence == .new { presence = .namesake }
            return presence != .known
        }
        return presence
    }

    /// Records a judged comment of an import without telling anybody of it.
    /// - Parameter moderator: whom its verdict counts as, where it came with one.
    public func record(
        imported comment: Comment,
        _ judgement: Judgement,
        delivery: Int64,
        slug: @autoclosure () -> String,
        at time: Timestamp,
        by moderator: String? = nil
    ) throws {
        notices = []
        let sequence = try record(comment, judgement, delivery: delivery, slug: slug(), at: time, by: moderator)
        if judgement.decision.verdict == .held { try withdrawNotice(of: sequence) }
    }

    /// Records a comment of an import with the verdict it came with, without telling anybody of it. The verdict counts as a moderator's:
    /// recheck leaves it alone, and the spam model learns it.
    public func record(
        imported imprint: Imprint,
        _ judgement: Judgement,
        delivery: Int64,
        slug: @autoclosure () -> String,
        at time: Timestamp
    ) throws {
        let comment = imprint.comment
        try record(imported: comment, judgement, delivery: delivery, slug: slug(), at: time, by: Self.importer)
        guard let isSpam = judgement.decision.verdict.label else { return }
        try teach(imprint.features, isSpam: isSpam, as: comment.origin.id)
    }

    /// Puts the first publications of a delivery in their places among all others by their moments, since feeds have the newest first
    /// and an import is no news. What was published otherwise keeps its order, and the numbers are those that were given.
    public func orderPublications(of delivery: Int64) throws {
        try database.execute(sql: "DROP TABLE IF EXISTS temp.places")
        try Statement(
            database,
            """
            CREATE TEMP TABLE places AS SELECT sequence, publication,
                row_number() OVER (ORDER BY publication) AS place,
                row_number() OVER (ORDER BY moment, publication) AS due
            FROM (SELECT sequence, publication, CASE WHEN delivery = ?1 THEN publishedAt ELSE
                    max(publishedAt) FILTER (WHERE delivery <> ?1) OVER (ORDER BY publication) END AS moment
                FROM comments WHERE publication IS NOT NULL)
            """
        ).run(.integer(delivery))
        try database.execute(
            sql: """
                DELETE FROM places WHERE place = due;
                CREATE UNIQUE INDEX temp.placesByPlace ON places(place);
                UPDATE comments SET publication = -(SELECT n.publication FROM places n WHERE n.place = p.due)
                    FROM places p WHERE p.sequence = comments.sequence;
                UPDATE comments SET publication = -publication WHERE publication < 0;
                INSERT OR REPLACE INTO dispatches (kind, target, detail)
                    SELECT DISTINCT \(Dispatch.Kind.archive.rawValue), publication / \(Dispatch.archiveGranule), 0 FROM places
                    UNION ALL SELECT \(Dispatch.Kind.siteFeeds.rawValue), 0, 0 FROM (SELECT 1 FROM places LIMIT 1)
                    UNION ALL SELECT DISTINCT \(Dispatch.Kind.threadFeeds.rawValue), comments.thread, \(Dispatch.withArchives)
                        FROM places JOIN comments USING (sequence);
                DELETE FROM threadArchives WHERE thread IN (SELECT comments.thread FROM places JOIN comments USING (sequence));
                DROP TABLE places;
                """
        )
    }
}
