import JSON
import XML

/// Writes a feed item by item, so that memory does not grow with it: what `FeedDocument.write(as:)` gives at once.
public struct FeedWriter {
    private var document: FeedDocument
    private let format: FeedFormat
    private var xml = XMLWriter()
    /// What ends the JSON Feed.
    private static let jsonEnd = Array("]}\n".utf8)
    private var isFirst = true

    /// - Parameter document: all but the items.
    public init(_ document: FeedDocument, as format: FeedFormat) {
        self.document = document
        self.document.items = []
        self.format = format
    }

    public mutating func begin() -> [UInt8] {
        switch format {
        case .rss:
            document.beginRSS(&xml)
            return xml.drain()
        case .atom:
            document.beginAtom(&xml)
            return xml.drain()
        case .json: return Array(document.jsonFeed().dropLast(Self.jsonEnd.count))
        }
    }

    public mutating func add(_ item: FeedItem) -> [UInt8] {
        switch format {
        case .rss:
            item.rss(to: &xml)
            return xml.drain()
        case .atom:
            item.atom(to: &xml)
            return xml.drain()
        case .json:
            var json = JSONWriter()
            item.json(to: &json)
            defer { isFirst = false }
            return isFirst ? json.bytes : [UInt8(ascii: ",")] + json.bytes
        }
    }

    public mutating func finish() -> [UInt8] {
        switch format {
        case .rss, .atom: xml.finish()
        case .json: Self.jsonEnd
        }
    }
}
