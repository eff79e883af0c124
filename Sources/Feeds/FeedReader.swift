import JSON
import XML

/// Reads a feed of any dialect in pieces and gives its entries as they end.
///
/// Memory doesn't grow with the feed, save for JSON Feed, which is read whole. Used by one thread at a time.
public final class FeedReader {
    private let limits: FeedLimits
    private let base: String?
    private let onEntry: (FeedEntry) throws -> Void
    private let reader: XMLFeedReader
    private let xml: XMLPushReader
    private var json: [UInt8] = []
    private var kind: Kind?
    private var problems: [XMLProblem] = []

    private enum Kind {
        case xml
        case json
    }

    /// - Parameters:
    ///   - base: the address that relative addresses are resolved against, before any `xml:base`.
    ///   - language: the feed's language where it names none.
    ///   - onEntry: called with each entry when it is complete; what it throws ends the reading.
    public init(
        base: String? = nil,
        language: String? = nil,
        limits: FeedLimits = FeedLimits(),
        onEntry: @escaping (FeedEntry) throws -> Void
    ) {
        self.limits = limits
        self.base = base
        self.onEntry = onEntry
        reader = XMLFeedReader(base: base, language: language, limits: limits, onEntry: onEntry)
        xml = XMLPushReader(handler: reader, limits: limits.xml)
        reader.onProblem = { [weak self] message in
            guard let self else { return }
            problems.append(XMLProblem(line: xml.line, column: 1, message: message))
        }
    }

    /// Takes the next bytes.
    /// - Throws: `XMLError` where a limit is reached, `FeedError`, or what `onEntry` threw.
    public func read(_ bytes: [UInt8]) throws {
        if kind == nil, let first = bytes.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) {
            kind = first == UInt8(ascii: "{") ? .json : .xml
        }
        guard kind == .json else { return try placed { try xml.feed(bytes) } }
        guard json.count + bytes.count <= limits.json else { throw FeedError.tooLarge(allowed: limits.json) }
        json.append(contentsOf: bytes)
    }

    /// Ends the feed.
    /// - Throws: as `read`, and `FeedError.notAFeed`.
    public func finish() throws -> FeedInfo {
        if kind == .json {
            return try JSONFeedReader(base: base ?? "", limits: limits).read(json, onEntry: onEntry)
        }
        try placed(xml.finish)
        guard reader.isFeed else { throw FeedError.notAFeed }
        var info = reader.info
        if xml.doctype.lowercased().contains("netscape") { info.version = "rss091n" }
        info.isRecovered = xml.isRecovered
        info.problems = xml.problems + problems
        return info
    }

    /// Adds the line to the limits that the entries' reader found, which knows no lines.
    private func placed(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch XMLError.limit(.item, let allowed, _) {
            throw XMLError.limit(.item, allowed: allowed, line: xml.line)
        }
    }

    /// Reads a whole feed at once.
    public static func read(
        _ bytes: [UInt8],
        base: String? = nil,
        limits: FeedLimits = FeedLimits()
    ) throws -> (info: FeedInfo, entries: [FeedEntry]) {
        let entries = Collected()
        let reader = FeedReader(base: base, limits: limits) { entries.all.append($0) }
        try reader.read(bytes)
        let info = try reader.finish()
        return (info, entries.all)
    }

    private final class Collected {
        var all: [FeedEntry] = []
    }
}
