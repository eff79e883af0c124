import JSON
import Text

/// Reads JSON Feed 1.0 and 1.1, and the extension `_comments` that ours have.
struct JSONFeedReader {
    private let base: FeedBase
    private let limits: FeedLimits

    init(base: String, limits: FeedLimits) {
        self.base = FeedBase(base)
        self.limits = limits
    }

    /// - Throws: `FeedError.json`, or what `onEntry` threw.
    func read(_ bytes: [UInt8], onEntry: (FeedEntry) throws -> Void) throws -> FeedInfo {
        var info = FeedInfo()
        do {
            var reader = JSONReader(bytes, range: ByteOrderMark.length(in: bytes)..<bytes.count)
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if reader.equals(key, "items"), try reader.peek() == .array {
                    try reader.beginArray()
                    while try reader.nextElement() {
                        try onEntry(JSONFeedItem(&reader, bytes, limits: limits).entry(base: base))
                    }
                } else {
                    let name = try reader.text(key)
                    set(name, try reader.smallValue(of: bytes), in: &info)
                }
            }
            try reader.end()
        } catch let error as JSONError {
            throw FeedError.json("\(error)")
        }
        guard !info.version.isEmpty else { throw FeedError.notAFeed }
        return info
    }

    private func set(_ key: String, _ value: JSONValue, in info: inout FeedInfo) {
        switch key {
        case "version":
            guard let version = value.string, version.contains("jsonfeed.org/version/1") else { return }
            info.version = version.hasSuffix("1.1") ? "json11" : "json1"
        case "title": info.title = value.string
        case "description": info.subtitle = value.string
        case "home_page_url":
            info.link = value.string.map(base.resolve)
            info.links.append(FeedLink(rel: "alternate", href: info.link, type: "text/html"))
        case "feed_url":
            let address = value.string.map(base.resolve)
            info.links.append(FeedLink(rel: "self", href: address, type: FeedFormat.json.mediaType))
        case "language": info.language = value.string
        case "author": info.author = info.author ?? FeedPerson(value, base: base)
        case "authors": info.author = value[0].flatMap { FeedPerson($0, base: base) } ?? info.author
        case "_comments":
            info.id = value["id"]?.string
            info.updated = value["updated"]?.string.flatMap(FeedDate.parse)
            info.generator = value["generator"]?.string
        default: break
        }
    }
}

extension FeedPerson {
    init?(_ value: JSONValue, base: FeedBase) {
        self.init(name: value["name"]?.string, url: value["url"]?.string.map(base.resolve))
        if isEmpty { return nil }
    }
}

extension JSONReader {
    /// The most bytes of an object or array that is made a tree.
    private static var longestTree: Int { 1 << 16 }

    /// The next value, `null` where it is an object or array too long to be one of JSON Feed's.
    /// - Parameter bytes: what the reader reads.
    mutating func smallValue(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
        switch try peek() {
        case .object, .array:
            let range = try skipValue()
            guard range.count <= Self.longestTree else { return .null }
            var reader = JSONReader(bytes, range: range)
            return try JSONValue(reading: &reader)
        default: return try JSONValue(reading: &self)
        }
    }
}
