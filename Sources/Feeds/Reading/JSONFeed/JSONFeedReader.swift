import Comments
import JSON

/// Reads JSON Feed 1.0 and 1.1, and the extension `_comments` that ours have.
struct JSONFeedReader {
    private let base: FeedBase

    init(base: String) { self.base = FeedBase(base) }

    /// - Throws: `FeedError.json`, or what `onEntry` threw.
    func read(_ bytes: [UInt8], onEntry: (FeedEntry) throws -> Void) throws -> FeedInfo {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var info = FeedInfo()
        do {
            var reader = JSONReader(bytes)
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if reader.equals(key, "items"), try reader.peek() == .array {
                    try reader.beginArray()
                    while try reader.nextElement() { try onEntry(entry(try JSONValue(reading: &reader))) }
                } else {
                    let name = try reader.text(key)
                    set(name, try JSONValue(reading: &reader), in: &info)
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
        case "author": info.author = info.author ?? person(value)
        case "authors": info.author = value[0].flatMap(person) ?? info.author
        case "_comments":
            info.id = value["id"]?.string
            info.updated = value["updated"]?.string.flatMap(FeedDate.parse)
            info.generator = value["generator"]?.string
        default: break
        }
    }

    private func entry(_ item: JSONValue) -> FeedEntry {
        var entry = FeedEntry()
        // Some writers number their items.
        entry.id = item["id"]?.string ?? item["id"]?.int.map(String.init)
        entry.title = item["title"]?.string
        entry.link = (item["url"] ?? item["external_url"])?.string.map(base.resolve)
        if let link = entry.link { entry.links.append(FeedLink(rel: "alternate", href: link, type: "text/html")) }
        entry.author = item["authors"]?[0].flatMap(person) ?? item["author"].flatMap(person)
        entry.published = item["date_published"]?.string.flatMap(FeedDate.parse)
        entry.updated = item["date_modified"]?.string.flatMap(FeedDate.parse)
        entry.summary = item["summary"]?.string
        entry.content =
            item["content_html"]?.string.map { AddressedMarkup.resolved(Array($0.utf8), base: base)[...].asText }
            ?? item["content_text"]?.string
        entry.categories = (item["tags"]?.array ?? []).compactMap(\.string).map { FeedCategory(term: $0) }
        entry.language = item["language"]?.string
        if let comments = item["_comments"] {
            entry.commentCount = comments["count"]?.int
            entry.commentFeed = comments["feed_url"]?.string.map(base.resolve)
            if let ref = comments["in_reply_to"]?["ref"]?.string {
                entry.inReplyTo = FeedItem.Reply(ref: ref, href: comments["in_reply_to"]?["href"]?.string)
            }
        }
        return entry
    }

    private func person(_ value: JSONValue) -> FeedPerson? {
        let person = FeedPerson(name: value["name"]?.string, url: value["url"]?.string.map(base.resolve))
        return person.isEmpty ? nil : person
    }
}
