import JSON
import Text

/// An item of a JSON Feed as it stands, with the keys that are an entry's.
struct JSONFeedItem {
    private var texts: [String: String] = [:]
    private var tags: [String] = []
    private var author: JSONValue?
    private var comments: JSONValue?

    private static let textKeys: Set<String> = [
        "id", "title", "url", "external_url", "date_published", "date_modified", "summary", "content_html",
        "content_text", "language",
    ]

    /// Takes the next value of `reader`, which reads `bytes`; one that is no object gives an empty item.
    init(_ reader: inout JSONReader, _ bytes: [UInt8], limits: FeedLimits) throws(JSONError) {
        guard try reader.peek() == .object else {
            try reader.skipValue()
            return
        }
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = try reader.text(key)
            switch name {
            case _ where Self.textKeys.contains(name): try readText(name, &reader)
            case "tags": try readTags(&reader, limit: limits.list)
            case "authors": author = try reader.smallValue(of: bytes)[0] ?? author
            case "author":
                let value = try reader.smallValue(of: bytes)
                author = author ?? value
            case "_comments": comments = try reader.smallValue(of: bytes)
            default: try reader.skipValue()
            }
        }
    }

    private mutating func readText(_ name: String, _ reader: inout JSONReader) throws(JSONError) {
        switch try reader.peek() {
        case .string: texts[name] = try reader.text(try reader.readString())
        // Some writers number their items.
        case .number where name == "id": texts[name] = try reader.readNumber()
        default: try reader.skipValue()
        }
    }

    private mutating func readTags(_ reader: inout JSONReader, limit: Int) throws(JSONError) {
        guard try reader.peek() == .array else {
            try reader.skipValue()
            return
        }
        try reader.beginArray()
        while try reader.nextElement() {
            if tags.count < limit, try reader.peek() == .string {
                tags.append(try reader.text(try reader.readString()))
            } else {
                try reader.skipValue()
            }
        }
    }

    /// The entry that the item is, with its addresses resolved against `base`.
    func entry(base: FeedBase) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = texts["id"]
        entry.title = texts["title"]
        entry.link = (texts["url"] ?? texts["external_url"]).map(base.resolve)
        if let link = entry.link { entry.links.append(FeedLink(rel: "alternate", href: link, type: "text/html")) }
        entry.author = author.flatMap { FeedPerson($0, base: base) }
        entry.published = texts["date_published"].flatMap(FeedDate.parse)
        entry.updated = texts["date_modified"].flatMap(FeedDate.parse)
        entry.summary = texts["summary"]
        entry.content =
            texts["content_html"].map { html in
                String(decoding: AddressedMarkup.resolved(Array(html.utf8), base: base), as: UTF8.self)
            } ?? texts["content_text"]
        entry.categories = tags.map { FeedCategory(term: $0) }
        entry.language = texts["language"]
        if let comments {
            entry.commentCount = comments["count"]?.int
            entry.commentFeed = comments["feed_url"]?.string.map(base.resolve)
            if let ref = comments["in_reply_to"]?["ref"]?.string {
                entry.inReplyTo = FeedItem.Reply(ref: ref, href: comments["in_reply_to"]?["href"]?.string)
            }
        }
        return entry
    }
}
