import Comments
import Feeds

/// Records out of a file that is read in pieces. Memory does not grow with the file.
final class StreamedRecords: RecordSource {
    /// What is wanted of a plain feed, whose entries may be either.
    enum Entries {
        case comments
        case posts
    }

    private(set) var bytesRead = 0
    /// What was wrong with a file that was read nevertheless; known at its end.
    private(set) var problems: [String] = []
    private let piece: (Int) throws -> [UInt8]
    private let gathered: Gathered
    private let feed: ([UInt8]) throws -> Void
    private let finish: () throws -> [String]
    /// Whether the format has the newest first.
    private let sorts: Bool
    private var window: ArraySlice<ImportedRecord> = []
    private var isAtEnd = false

    /// Within so many records an answer may come before what it answers.
    private var windowSize: Int { sorts ? 20_000 : 4096 }

    private final class Gathered {
        var records: [ImportedRecord] = []
    }

    /// - Parameter piece: the bytes at an offset; none at the end.
    init(
        _ format: ImportFormat,
        _ entries: Entries = .comments,
        columns: [ImportColumn: String] = [:],
        base: String?,
        piece: @escaping (Int) throws -> [UInt8]
    ) {
        self.piece = piece
        let gathered = Gathered()
        self.gathered = gathered
        if format == .feed, entries == .posts {
            let reader = FeedReader(base: base) { entry in
                gathered.records.append(
                    FeedPost(entry).map(ImportedRecord.post)
                        ?? .skipped(id: entry.title ?? entry.id, reason: "it has no address that names a post")
                )
            }
            feed = reader.read
            finish = { try reader.finish().problems.map { "line \($0.line): \($0.message)" } }
        } else {
            let importer = CommentImporter(format, columns: columns, base: base) { gathered.records.append($0) }
            feed = importer.read
            finish = {
                try importer.finish()
                return importer.problems.map { "line \($0.line): \($0.message)" }
            }
        }
        sorts = entries == .comments && [.feed, .remark42, .commento].contains(format)
    }

    func next(limit: Int) throws -> [ImportedRecord] {
        if window.isEmpty { try fill() }
        let taken = window.prefix(limit)
        window = window.dropFirst(limit)
        return Array(taken)
    }

    private func fill() throws {
        while gathered.records.count < windowSize, !isAtEnd {
            let bytes = try piece(bytesRead)
            bytesRead += bytes.count
            if bytes.isEmpty {
                isAtEnd = true
                problems = try finish()
            } else {
                try feed(bytes)
            }
        }
        window = (sorts ? gathered.records.oldestFirst : gathered.records).answersLast[...]
        gathered.records = []
    }
}
