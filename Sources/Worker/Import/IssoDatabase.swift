import Comments
import Feeds
import GRDB
import Ledger

/// The comments of Isso's SQLite database (`isso/db/comments.py`), opened for reading only.
final class IssoDatabase: RecordSource {
    private(set) var bytesRead = 0
    private let queue: DatabaseQueue
    private let size: Int
    private var last = 0
    private var given = 0
    private let total: Int

    /// Bytes that every SQLite database begins with.
    static let magic = Array("SQLite format 3\0".utf8)

    /// - Throws: `LedgerError.notApplicable` where it is none of Isso's.
    init(_ path: String, size: Int) throws {
        self.size = size
        var configuration = Configuration()
        configuration.readonly = true
        configuration.qos = .default
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            total = try queue.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM comments JOIN threads ON threads.id = comments.tid")
                    ?? 0
            }
        } catch let error as DatabaseError {
            throw LedgerError.notApplicable("\(path) is no database of Isso's: \(error.message ?? "unknown")")
        }
    }

    func next(limit: Int) throws -> [ImportedRecord] {
        let sql = """
            SELECT comments.id, comments.parent, comments.created, comments.mode, comments.remote_addr, comments.text,
                comments.author, comments.email, comments.website, threads.uri, threads.title
            FROM comments JOIN threads ON threads.id = comments.tid WHERE comments.id > ? ORDER BY comments.id LIMIT ?
            """
        let records = try queue.read { database in
            try Row.fetchAll(database, sql: sql, arguments: [last, limit]).map { row in
                last = row[0]
                return record(row)
            }
        }
        given += records.count
        bytesRead = total == 0 ? size : size * given / total
        return records
    }

    private func record(_ row: Row) -> ImportedRecord {
        let id: Int = row[0]
        let parent: Int? = row[1]
        let created: Double = row[2] ?? 0
        let mode: Int = row[3] ?? 1
        let body: String = row[5] ?? ""
        guard !body.isEmpty else { return .skipped(id: String(id), reason: "it was deleted, and its text with it") }
        let uri: String = row[9]
        return .comment(
            ImportedComment(
                thread: uri,
                title: row[10],
                senderID: String(id),
                parentID: parent.map(String.init),
                name: row[6],
                email: row[7],
                website: row[8],
                ip: row[4],
                body: body,
                format: .markdown,
                submittedAt: Timestamp(milliseconds: Int64((min(max(created, 0), 253_402_300_799) * 1000).rounded())),
                verdict: mode == 1 ? .approved : mode == 2 ? .held : .trashed
            )
        )
    }
}
