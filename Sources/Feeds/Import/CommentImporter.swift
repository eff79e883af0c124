import XML

/// Reads comments and posts out of another system's export, in pieces, and gives them one after the other.
///
/// Memory doesn't grow with the file, save for the names of threads (Disqus) and for JSON documents, which are read whole.
public final class CommentImporter {
    private let source: any ImportSource

    /// - Parameters:
    ///   - columns: for CSV, the name of the column that holds each field.
    ///   - base: the site's address, for formats that know threads by path.
    ///   - onRecord: called with each record; what it throws ends the import.
    public init(
        _ format: ImportFormat,
        columns: [ImportColumn: String] = [:],
        base: String? = nil,
        limits: FeedLimits = FeedLimits(),
        onRecord: @escaping (ImportedRecord) throws -> Void
    ) {
        source =
            switch format {
            case .wxr: XMLImport(WXRReader(onRecord: onRecord), limits: limits.xml)
            case .disqus: XMLImport(DisqusReader(onRecord: onRecord), limits: limits.xml)
            case .feed: FeedImport(base: base, limits: limits, onRecord: onRecord)
            case .remark42: LinesImport(limit: limits.entry) { line, _ in try Remark42.read(line, onRecord) }
            case .jsonl: LinesImport(limit: limits.entry) { line, _ in try CommentLine.read(line, onRecord) }
            case .commento: WholeImport(limit: limits.export) { try Commento.read($0, base: base, onRecord) }
            case .csv: CSVImport(columns: columns, limit: limits.entry, onRecord: onRecord)
            }
    }

    /// Takes the next bytes.
    /// - Throws: `XMLError`, `FeedError` or `ImportError` where the file can't be read on, or what `onRecord` threw.
    public func read(_ bytes: [UInt8]) throws { try source.read(bytes) }

    public func finish() throws { try source.finish() }

    /// What was wrong with a file that was read nevertheless; whole after `finish`.
    public var problems: [XMLProblem] { source.problems }
}

/// One way to read an export.
protocol ImportSource: AnyObject {
    func read(_ bytes: [UInt8]) throws
    func finish() throws
    var problems: [XMLProblem] { get }
}

extension ImportSource {
    var problems: [XMLProblem] { [] }
}

/// Why an export can't be read on.
public enum ImportError: Error, Equatable, Sendable {
    case tooLong(what: String, allowed: Int, line: Int)
    case json(message: String, line: Int)
    case missingColumn(String)
}

extension ImportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let what, let allowed, let line): "line \(line): \(what) is longer than \(allowed) bytes"
        case .json(let message, let line): "line \(line): \(message)"
        case .missingColumn(let name): "there is no column “\(name)”; name it with --map field=column"
        }
    }
}

/// An export in XML.
final class XMLImport: ImportSource {
    private let reader: XMLPushReader

    init(_ handler: any XMLHandler, limits: XMLLimits) {
        reader = XMLPushReader(handler: handler, limits: limits)
    }

    func read(_ bytes: [UInt8]) throws { try reader.feed(bytes) }
    func finish() throws { try reader.finish() }
    var problems: [XMLProblem] { reader.problems }
}

/// An export with one record a line.
final class LinesImport: ImportSource {
    private let limit: Int
    private let onLine: ([UInt8], Int) throws -> Void
    private var rest: [UInt8] = []
    private var line = 0

    init(limit: Int, onLine: @escaping ([UInt8], Int) throws -> Void) {
        self.limit = limit
        self.onLine = onLine
    }

    func read(_ bytes: [UInt8]) throws {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            rest.append(contentsOf: bytes[start..<end])
            start = end + 1
            try takeLine()
        }
        rest.append(contentsOf: bytes[start...])
        guard rest.count <= limit else { throw ImportError.tooLong(what: "a line", allowed: limit, line: line + 1) }
    }

    func finish() throws { try takeLine() }

    private func takeLine() throws {
        line += 1
        let text = rest
        rest.removeAll(keepingCapacity: true)
        if text.contains(where: { $0 > 0x20 }) { try onLine(text, line) }
    }
}

/// An export that is one document, read whole.
final class WholeImport: ImportSource {
    private let limit: Int
    private let onEnd: ([UInt8]) throws -> Void
    private var bytes: [UInt8] = []

    init(limit: Int, onEnd: @escaping ([UInt8]) throws -> Void) {
        self.limit = limit
        self.onEnd = onEnd
    }

    func read(_ bytes: [UInt8]) throws {
        guard self.bytes.count + bytes.count <= limit else {
            throw ImportError.tooLong(what: "the document", allowed: limit, line: 1)
        }
        self.bytes.append(contentsOf: bytes)
    }

    func finish() throws { try onEnd(bytes) }
}
