import Comments
import JSON

extension FeedEntry {
    /// The entry as the neutral JSON object of `feed read`. Where the feed has no summary, the content is one.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("title", title)
            json.field("link", link)
            json.links(links)
            json.person("author", author)
            json.field("published", published?.description)
            json.field("updated", updated?.description)
            json.field("summary", summary ?? content)
            json.field("content", content)
            json.categories(categories)
            json.field("comments", comments)
            json.field("commentCount", commentCount)
            json.field("commentFeed", commentFeed)
            if let inReplyTo {
                json.key("inReplyTo")
                json.object { json in
                    json.field("ref", inReplyTo.ref)
                    json.field("href", inReplyTo.href)
                }
            }
            json.field("language", language)
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
            json.field("published", published?.description)
            json.field("updated", updated?.description)
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
            if !entries.isEmpty { json.raw(entries) }
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
    fileprivate mutating func links(_ links: [FeedLink]) {
        guard !links.isEmpty else { return }
        key("links")
        array { json in
            for link in links {
                json.object { json in
                    json.field("rel", link.rel)
                    json.field("href", link.href)
                    json.field("type", link.type)
                }
            }
        }
    }

    fileprivate mutating func person(_ name: String, _ person: FeedPerson?) {
        guard let person, !person.isEmpty else { return }
        key(name)
        object { json in
            json.field("name", person.name)
            json.field("email", person.email)
            json.field("url", person.url)
        }
    }

    fileprivate mutating func categories(_ categories: [FeedCategory]) {
        guard !categories.isEmpty else { return }
        key("categories")
        array { json in
            for category in categories {
                json.object { json in
                    json.field("term", category.term)
                    json.field("scheme", category.scheme)
                    json.field("label", category.label)
                }
            }
        }
    }
}
