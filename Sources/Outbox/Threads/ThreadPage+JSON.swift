import JSON

extension ThreadPage {
    /// The page's document. The first page tells of the thread; all hold `comments`: items, each with its `replies`. A nameless
    /// place is `{"id":null,"deleted":true,"depth","replies"}`.
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.reserve(textSize + places.count * 640)
        json.beginObject()
        json.field("thread", thread.record.address.canonical)
        if number == 1 {
            json.nullable("title", thread.record.title)
            json.field("url", thread.record.address.url)
            json.field("count", thread.count)
            json.field("topLevel", thread.topLevel)
            json.field("closed", thread.record.isClosed)
            json.field("pages", thread.pages)
        } else {
            json.field("page", number)
        }
        json.key("comments")
        json.beginArray()
        var open = 0
        for place in places {
            json.end(&open, downTo: place.depth)
            json.beginObject()
            switch place {
            case .comment(let comment): comment.writeFields(to: &json)
            case .tombstone(let depth):
                json.nullable("id", nil)
                json.field("deleted", true)
                json.field("depth", depth)
            }
            json.key("replies")
            json.beginArray()
            open += 1
        }
        json.end(&open, downTo: 0)
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}

extension JSONWriter {
    /// Ends comments until `depth` of them are open.
    fileprivate mutating func end(_ open: inout Int, downTo depth: Int) {
        while open > depth {
            endArray()
            endObject()
            open -= 1
        }
    }
}
