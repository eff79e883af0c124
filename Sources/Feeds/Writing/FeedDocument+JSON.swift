import JSON
import Text

extension FeedDocument {
    /// JSON Feed 1.1. What the specification has no key for stands in the extension `_comments`.
    func jsonFeed() -> [UInt8] {
        var json = JSONWriter()
        json.reserve(size)
        json.object { json in
            json.field("version", "https://jsonfeed.org/version/1.1")
            json.field("title", title.isBlank ? link : title)
            json.field("home_page_url", link.asURI)
            json.field("feed_url", selfLink?.asURI)
            json.field("description", subtitle)
            json.field("next_url", paging.previousArchive?.asURI)
            json.authors(author ?? title, link: nil)
            json.field("language", language)
            json.key("_comments")
            json.object { json in
                json.field("about", CommentsExtension.about)
                json.field("id", id)
                json.field("updated", updated.description)
                json.field("generator", generator?.name)
                if paging.isArchive { json.field("archive", true) }
                json.field("current_url", paging.current?.asURI)
                json.field("newer_url", paging.nextArchive?.asURI)
            }
            json.key("items")
            json.array { json in
                for item in items { item.json(to: &json) }
            }
        }
        json.newline()
        return json.bytes
    }
}

/// The JSON Feed extension `_comments`.
enum CommentsExtension {
    static let about = "https://www.rfc-editor.org/rfc/rfc4685"
}

extension FeedItem {
    func json(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("url", link)
            if !title.isBlank { json.field("title", title) }
            json.field("content_html", content)
            json.field("summary", summary)
            json.field("date_published", published.description)
            json.field("date_modified", max(updated, published).description)
            if let authorName, !authorName.isBlank { json.authors(authorName, link: authorLink) }
            guard inReplyTo != nil || commentCount != nil || commentFeed != nil else { return }
            json.key("_comments")
            json.object { json in
                if let inReplyTo {
                    json.key("in_reply_to")
                    json.object { json in
                        json.field("ref", inReplyTo.ref)
                        json.field("href", inReplyTo.href)
                    }
                }
                json.field("count", commentCount.map { max(0, $0) })
                json.field("feed_url", commentFeed?[.json])
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func authors(_ name: String, link: String?) {
        key("authors")
        array { json in
            json.object { json in
                json.field("name", name)
                json.field("url", link)
            }
        }
    }
}
