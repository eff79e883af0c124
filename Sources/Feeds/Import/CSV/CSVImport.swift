import Comments
import Text

/// Comments out of CSV whose first row names the columns.
final class CSVImport: ImportSource {
    private let columns: [ImportColumn: String]
    private let onRecord: (ImportedRecord) throws -> Void
    private var parser: CSVParser
    private var places: [ImportColumn: Int]?
    private var isFirst = true

    init(columns: [ImportColumn: String], limit: Int, onRecord: @escaping (ImportedRecord) throws -> Void) {
        self.columns = columns
        self.onRecord = onRecord
        parser = CSVParser(limit: limit)
    }

    func read(_ bytes: [UInt8]) throws {
        let bytes = isFirst ? Array(bytes.dropFirst(ByteOrderMark.length(in: bytes))) : bytes
        if !bytes.isEmpty { isFirst = false }
        try parser.read(bytes, onRow: take)
    }

    func finish() throws { try parser.finish(onRow: take) }

    private func take(_ row: [String]) throws {
        guard let places else {
            places = try Self.places(of: columns, in: row)
            return
        }
        func value(_ column: ImportColumn) -> String? {
            guard let place = places[column], place < row.count, !row[place].isEmpty else { return nil }
            return FormulaGuard.unguarded(row[place])
        }
        guard let thread = value(.thread) else {
            return try onRecord(.skipped(id: value(.id), reason: "it names no thread"))
        }
        let date = value(.submittedAt)
        let time = date.flatMap(FeedDate.parse)
        guard date == nil || time != nil else {
            return try onRecord(.skipped(id: value(.id), reason: ImportedComment.unreadableDate))
        }
        let comment = ImportedComment(
            thread: thread,
            title: value(.title),
            senderID: value(.id),
            parentID: value(.parent),
            name: value(.name),
            email: value(.email),
            website: value(.website),
            ip: value(.ip),
            userAgent: value(.userAgent),
            body: value(.body) ?? "",
            format: value(.format).flatMap(BodyFormat.init) ?? .auto,
            submittedAt: time,
            verdict: value(.verdict).flatMap(Verdict.init)
        )
        try onRecord(.comment(comment))
    }

    private static func places(of columns: [ImportColumn: String], in header: [String]) throws -> [ImportColumn: Int] {
        var places: [ImportColumn: Int] = [:]
        for column in ImportColumn.allCases {
            let name = columns[column] ?? column.rawValue
            let place = header.firstIndex { $0.trimmed.asciiLowercased == name.asciiLowercased }
            let isNeeded = columns[column] != nil || column == .thread || column == .body
            guard place != nil || !isNeeded else { throw ImportError.missingColumn(name) }
            places[column] = place
        }
        return places
    }
}
