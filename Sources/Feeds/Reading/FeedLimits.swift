import XML

/// What a feed may cost beyond what its XML may.
public struct FeedLimits: Sendable, Equatable {
    public var xml: XMLLimits
    /// Bytes of all texts of one entry.
    public var entry: Int
    /// Bytes of a JSON Feed, which is read whole.
    public var json: Int
    /// Bytes of another system's export that is one JSON document, which is read whole.
    public var export: Int
    /// Links or categories that are kept of one entry.
    public var list: Int
    /// After so many dates that can't be read only the usual forms are tried.
    public var unreadableDates: Int

    public init(
        xml: XMLLimits = XMLLimits(),
        entry: Int = 8 << 20,
        json: Int = 16 << 20,
        export: Int = 64 << 20,
        list: Int = 1000,
        unreadableDates: Int = 1000
    ) {
        self.xml = xml
        self.entry = entry
        self.json = json
        self.export = export
        self.list = list
        self.unreadableDates = unreadableDates
    }
}

/// Why a document is not a feed that can be read.
public enum FeedError: Error, Equatable, Sendable {
    case notAFeed
    case tooLarge(allowed: Int)
    case json(String)
}

extension FeedError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAFeed: "this is no feed: neither RSS, RDF, Atom, CDF nor JSON Feed"
        case .tooLarge(let allowed):
            "a JSON Feed of more than \(allowed) bytes is not read; split it, or send RSS or Atom"
        case .json(let message): "this JSON Feed can't be read: \(message)"
        }
    }
}
