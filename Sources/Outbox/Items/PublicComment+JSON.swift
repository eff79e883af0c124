import JSON

extension PublicComment {
    /// The item's file: one JSON object. `parent`, `author.website` are null where there is none; `author.verified` is there only
    /// where it is true.
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.reserve(768 + html.utf8.count + text.utf8.count)
        json.object { writeFields(to: &$0) }
        json.newline()
        return json.bytes
    }

    func writeFields(to json: inout JSONWriter) {
        json.field("id", digits)
        json.field("thread", thread)
        json.nullable("parent", parent?.description)
        json.key("author")
        json.object { json in
            json.field("name", author.name)
            json.nullable("website", author.website)
            json.field("key", author.key)
            if author.isVerified { json.field("verified", true) }
        }
        json.field("html", html)
        json.field("text", text)
        json.field("postedAt", postedAt.description)
        json.field("permalink", permalink)
        json.field("depth", depth)
        json.field("edited", isEdited)
    }
}

extension JSONWriter {
    /// A field whose key is always there.
    mutating func nullable(_ name: StaticString, _ value: String?) {
        guard value == nil else { return field(name, value) }
        key(name)
        null()
    }
}
