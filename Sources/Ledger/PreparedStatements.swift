import GRDB
import Spam

/// The statements that run once a comment or more, kept as long as the connection.
final class PreparedStatements {
    let insertComment: Statement
    let thread: Statement
    let insertThread: Statement
    let parentByID: Statement
    let parentBySender: Statement
    let senderID: Statement
    let duplicates: Statement
    let neighbour: Statement
    let bands: Statement
    let insertBands: Statement
    let candidate: Statement
    let threadsOfHost: Statement
    let insertHost: Statement
    let threadsOfEmail: Statement
    let author: Statement
    let raiseAuthor: Statement
    let epoch: Statement
    let delivery: Statement
    let insertDelivery: Statement
    let advanceDelivery: Statement
    let finishDelivery: Statement
    let insertDispatch: Statement
    let placement: Statement
    let placementByID: Statement
    let children: Statement
    let place: Statement
    let adjustThread: Statement
    let lastPublication: Statement
    let lastSequence: Statement
    let tally: Statement
    let lastLesson: Statement
    let lessonOfComment: Statement
    let insertLesson: Statement
    let knownWords: Statement
    let knownSender: Statement
    let otherArchives: Statement
    let lastArchive: Statement
    let fullArchive: Statement
    let laterPublication: Statement
    let insertArchive: Statement

    init(_ database: Database) throws {
        func statement(_ sql: String) throws -> Statement { try Statement(database, sql) }
        insertComment = try statement(
            """
            INSERT INTO comments (sequence, id, delivery, item, arrivedAt, thread, senderID, parent, root, shown, name, email, website, ip,
                userAgent, referrer, isVerified, signature, hosts, body, format, extra, submittedAt, verdict, score, findings, problems, ruleSet,
                model, decidedAt, decidedBy, publication, publishedAt, wantsReplies, duplicateKey, emailKey, ipKey, authorKey)
            VALUES (\(Array(repeating: "?", count: 38).joined(separator: ",")))
            """
        )
        thread = try statement("SELECT \(ThreadRow.columns) FROM threads WHERE canonical = ?")
        insertThread = try statement("INSERT INTO threads (canonical, url, slug, title) VALUES (?,?,?,?)")
        let parent = "SELECT \(ParentRow.columns) FROM comments c LEFT JOIN threads t ON t.id = c.thread"
        parentByID = try statement("\(parent) WHERE c.id = ?")
        parentBySender = try statement(
            "\(parent) WHERE c.thread = ? AND c.senderID = ? AND c.verdict <> 4 ORDER BY c.sequence LIMIT 1"
        )
        senderID = try statement("SELECT 1 FROM comments WHERE thread = ? AND senderID = ? AND verdict <> 4 LIMIT 1")
        duplicates = try statement("SELECT emailKey FROM comments WHERE duplicateKey = ? AND verdict < 3")
        let near = "AND submittedAt > ?3 AND submittedAt < ?4 AND verdict <> 4"
        neighbour = try statement(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM comments WHERE ipKey = ?1 \(near))
                OR EXISTS (SELECT 1 FROM comments WHERE emailKey = ?2 \(near))
            """
        )
        bands = try statement(
            (1...Signature.bandCount).map {
                """
                SELECT * FROM (SELECT sequence FROM bands WHERE key = ?\($0) ORDER BY sequence DESC
                    LIMIT \(Band.mostCandidates))
                """
            }.joined(separator: " UNION ALL ")
        )
        insertBands = try statement(
            "INSERT OR IGNORE INTO bands (key, sequence) VALUES "
                + Array(repeating: "(?,?)", count: Signature.bandCount).joined(separator: ",")
        )
        candidate = try statement("SELECT signature, thread, submittedAt FROM comments WHERE sequence = ?")
        threadsOfHost = try statement(
            "SELECT thread FROM hosts WHERE host = ? AND submittedAt BETWEEN ? AND ? ORDER BY submittedAt DESC"
        )
        insertHost = try statement("INSERT OR IGNORE INTO hosts (host, submittedAt, sequence, thread) VALUES (?,?,?,?)")
        threadsOfEmail = try statement(
            "SELECT thread FROM comments WHERE emailKey = ? AND submittedAt BETWEEN ? AND ? ORDER BY submittedAt DESC"
        )
        author = try statement("SELECT firstSeen, approved FROM authors WHERE key = ?")
        raiseAuthor = try statement(
            """
            INSERT INTO authors (key, firstSeen, approved) VALUES (?1,?2,?3)
            ON CONFLICT (key) DO UPDATE SET firstSeen = min(firstSeen, ?2), approved = approved + ?3
            """
        )
        epoch = try statement("SELECT epoch FROM epochs WHERE emailKey = ?")
        delivery = try statement(
            "SELECT id, arrivedAt, items, offset, finishedAt, isPutAside FROM deliveries WHERE key = ?"
        )
        insertDelivery = try statement("INSERT INTO deliveries (key, name, arrivedAt) VALUES (?,?,?)")
        advanceDelivery = try statement("UPDATE deliveries SET items = ?, offset = ? WHERE id = ?")
        finishDelivery = try statement("UPDATE deliveries SET finishedAt = ?, isPutAside = ? WHERE id = ?")
        insertDispatch = try statement("INSERT OR REPLACE INTO dispatches (kind, target, detail) VALUES (?,?,?)")
        placement = try statement("SELECT \(PlacementRow.columns) FROM comments WHERE sequence = ?")
        placementByID = try statement("SELECT \(PlacementRow.columns) FROM comments WHERE id = ?")
        children = try statement("SELECT sequence FROM comments WHERE parent = ?")
        place = try statement(
            "UPDATE comments SET root = ?, shown = ?, publication = ?, publishedAt = ? WHERE sequence = ?"
        )
        adjustThread = try statement("UPDATE threads SET shown = shown + ?, roots = roots + ? WHERE id = ?")
        lastPublication = try statement("SELECT max(publication) FROM comments WHERE publication IS NOT NULL")
        lastSequence = try statement("SELECT max(sequence) FROM comments")
        tally = try statement(
            "INSERT INTO tallies VALUES (?1,?2) ON CONFLICT (verdict) DO UPDATE SET comments = comments + ?2"
        )
        lastLesson = try statement("SELECT \(Learned.columns) FROM lessons ORDER BY sequence DESC LIMIT 1")
        lessonOfComment = try statement(
            "SELECT act, isSpam, features FROM lessons WHERE comment = ? ORDER BY sequence DESC LIMIT 1"
        )
        insertLesson = try statement(
            "INSERT INTO lessons (sequence, comment, act, isSpam, lineage, spam, ham, features) VALUES (?,?,?,?,?,?,?,?)"
        )
        knownWords = try statement("SELECT 1 FROM comments WHERE duplicateKey = ? AND submittedAt / 1000 = ? LIMIT 1")
        knownSender = try statement(
            "SELECT submittedAt / 1000 = ?3, verdict <> 4 FROM comments WHERE thread = ?1 AND senderID = ?2"
        )
        otherArchives = try statement("SELECT 1 FROM threadArchives WHERE thread = ? AND size <> ? LIMIT 1")
        lastArchive = try statement(
            "SELECT number, last FROM threadArchives WHERE thread = ? ORDER BY number DESC LIMIT 1"
        )
        fullArchive = try statement(
            "SELECT publication FROM comments WHERE thread = ?1 AND publication > ?2 ORDER BY publication LIMIT 1 OFFSET ?3 - 1"
        )
        laterPublication = try statement("SELECT 1 FROM comments WHERE thread = ? AND publication > ? LIMIT 1")
        insertArchive = try statement("INSERT INTO threadArchives (thread, number, last, size) VALUES (?,?,?,?)")
    }
}
