import Comments
import JSON

/// Writes comments for another system, thread by thread, in pieces.
///
///     var exporter = CommentExporter(.wxr, site: site, isPrivate: false)
///     write(exporter.begin())
///     for each thread: write(exporter.begin(post)); for each comment: write(exporter.add(comment)); write(exporter.end())
///     write(exporter.finish())
///
/// A comment comes after the one it answers. The same comments give the same bytes, and what an export gave comes out of
/// an import and the next export unchanged.
public struct CommentExporter {
    private var writer: any ExportWriter
    private let isPrivate: Bool

    /// - Parameters:
    ///   - site: the title and address of the site.
    ///   - isPrivate: whether e-mail addresses, IP addresses and user agents are written.
    public init(_ format: ExportFormat, site: FeedPost, isPrivate: Bool) {
        self.isPrivate = isPrivate
        writer =
            switch format {
            case .wxr: WXRWriter(site: site)
            case .disqus: DisqusWriter()
            case .csv: CSVWriter()
            case .jsonl: LineWriter()
            }
    }

    public mutating func begin() -> [UInt8] { writer.begin() }

    /// Begins the thread of `post`.
    public mutating func begin(_ post: FeedPost) -> [UInt8] { writer.begin(post) }

    public mutating func add(_ comment: ImportedComment) -> [UInt8] {
        guard !isPrivate else { return writer.add(comment) }
        var comment = comment
        (comment.email, comment.ip, comment.userAgent) = (nil, nil, nil)
        return writer.add(comment)
    }

    /// Ends the thread.
    public mutating func end() -> [UInt8] { writer.end() }

    public mutating func finish() -> [UInt8] { writer.finish() }
}

/// One format of export.
protocol ExportWriter {
    mutating func begin() -> [UInt8]
    mutating func begin(_ post: FeedPost) -> [UInt8]
    mutating func add(_ comment: ImportedComment) -> [UInt8]
    mutating func end() -> [UInt8]
    mutating func finish() -> [UInt8]
}

/// Our own lines, which threads leave no trace in but the comments' fields.
struct LineWriter: ExportWriter {
    mutating func begin() -> [UInt8] { [] }
    mutating func begin(_ post: FeedPost) -> [UInt8] { [] }
    mutating func end() -> [UInt8] { [] }
    mutating func finish() -> [UInt8] { [] }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        var json = JSONWriter()
        CommentLine.write(comment, to: &json)
        return json.bytes
    }
}

/// RFC 4180 with a header and lines ended by CR LF. A value that a spreadsheet would run as a formula keeps its place in
/// quotes only: what is written is what was said.
struct CSVWriter: ExportWriter {
    mutating func begin() -> [UInt8] {
        Array((ImportColumn.allCases.map(\.rawValue).joined(separator: ",") + "\r\n").utf8)
    }

    mutating func begin(_ post: FeedPost) -> [UInt8] { [] }
    mutating func end() -> [UInt8] { [] }
    mutating func finish() -> [UInt8] { [] }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        var row: [UInt8] = []
        for (position, column) in ImportColumn.allCases.enumerated() {
            if position > 0 { row.append(UInt8(ascii: ",")) }
            append(column.text(of: comment) ?? "", to: &row)
        }
        row.append(contentsOf: "\r\n".utf8)
        return row
    }

    private func append(_ text: String, to row: inout [UInt8]) {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte < 0x20
        }
        guard needsQuotes else { return row.append(contentsOf: text.utf8) }
        row.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { row.append(byte) }
            row.append(byte)
        }
        row.append(UInt8(ascii: "\""))
    }
}
