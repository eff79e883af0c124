import Comments
import JSON

/// Writes comments for another system, thread by thread, in pieces.
///
///     var exporter = CommentExporter(.wxr, site: site, isPrivate: false)
///     write(exporter.begin())
///     for each thread: write(exporter.begin(post)); for each comment: write(exporter.add(comment)); write(exporter.end())
///     write(exporter.finish())
///
/// A comment comes after the one it answers; where `postsComeFirst`, all posts are begun and ended before the first comment. The
/// same comments give the same bytes, and what an export gave comes out of an import and the next export unchanged.
public struct CommentExporter {
    private var writer: any ExportWriter
    private let isPrivate: Bool
    /// Whether the format has all posts before all comments.
    public let postsComeFirst: Bool

    /// - Parameters:
    ///   - site: the title and address of the site.
    ///   - isPrivate: whether e-mail addresses, IP addresses and user agents are written.
    ///   - zone: how many seconds the site's time is ahead of UTC at a moment, for formats that have local times.
    public init(
        _ format: ExportFormat,
        site: FeedPost,
        isPrivate: Bool,
        zone: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }
    ) {
        self.isPrivate = isPrivate
        postsComeFirst = format == .disqus
        writer =
            switch format {
            case .wxr: WXRWriter(site: site, zone: zone)
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
