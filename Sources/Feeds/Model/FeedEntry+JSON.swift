import Comments
import JSON

extension FeedEntry {
    /// The entry as the neutral JSON object of `feed read`. Where the feed has no summary, the content is one.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", texts, .id)
            json.field("title", texts, .title)
            json.field("link", texts, .link)
            json.links(links)
            json.person("author", author)
            json.field("published", published)
            json.field("updated", updated)
            json.field("summary", texts, texts.has(.summary) ? .summary : .content)
            json.field("content", texts, .content)
            json.categories(categories)
            json.field("comments", texts, .comments)
            json.field("commentCount", commentCount)
            json.field("commentFeed", texts, .commentFeed)
            if let inReplyTo {
                json.key("inReplyTo")
                json.object { json in
                    json.field("ref", inReplyTo.ref)
                    json.field("href", inReplyTo.href)
                }
            }
            json.field("language", texts, .language)
        }
    }
}

extension FeedInfo {
    /// The fields of the feed, as the object under `feed`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("title", title)
            json.field("subtitle", subtitle)
            json.field("link", link)
            json.field("id", id)
            json.field("published", published)
            json.field("updated", updated)
            json.field("language", language)
            json.field("generator", generator)
            json.person("author", author)
            json.links(links)
            json.categories(categories)
        }
    }

    /// The whole neutral document around entries that are written already, with commas between them.
    public func document(entries: [UInt8]) -> [UInt8] {
        var json = JSONWriter()
        json.reserve(entries.count + 4096)
        json.object { json in
            json.field("version", version)
            json.key("feed")
            write(to: &json)
            json.key("entries")
            json.beginArray()
            if !entries.isEmpty { json.raw(entries[...]) }
            json.endArray()
            json.field("recovered", isRecovered)
            json.key("problems")
            json.array { json in
                for problem in problems {
                    json.object { json in
                        json.field("line", problem.line)
                        json.field("column", problem.column)
                        json.field("message", problem.message)
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ name: StaticString, _ texts: FeedTexts, _ text: FeedTexts.Name) {
        guard texts.has(text) else { return }
        texts.withBytes(of: text) { field(name, utf8: $0) }
    }

    fileprivate mutating func text(_ name: StaticString, _ string: String?) {
        guard var string else { return }
        string.withUTF8 { field(name, utf8: $0) }
    }

    fileprivate mutating func field(_ name: StaticString, _ time: Timestamp?) {
        text(name, time?.description)
    }

    fileprivate mutating func links(_ links: [FeedLink]) {
        guard !links.isEmpty else { return }
        key("links")
        beginArray()
        for link in links {
            beginObject()
            text("rel", link.rel)
            text("href", link.href)
            text("type", link.type)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func person(_ name: StaticString, _ person: FeedPerson?) {
        guard let person, !person.isEmpty else { return }
        key(name)
        beginObject()
        text("name", person.name)
        text("email", person.email)
        text("url", person.url)
        endObject()
    }

    fileprivate mutating func categories(_ categories: [FeedCategory]) {
        guard !categories.isEmpty else { return }
        key("categories")
        beginArray()
        for category in categories {
            beginObject()
            text("term", category.term)
            text("scheme", category.scheme)
            text("label", category.label)
            endObject()
        }
        endArray()
    }
}
