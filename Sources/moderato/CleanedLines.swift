import Comments
import JSON
import Markup

/// Cleans lines of `{"id","payload"}`.
struct CleanedLines {
    let cleaner: MarkupCleaner

    /// The line with its `output`; `id` and `payload` as they were written, other keys left out.
    /// - Throws: `JSONError` where the line is no object with both.
    func cleaned(_ line: String) throws(JSONError) -> String {
        var reader = JSONReader(Array(line.utf8))
        var id: Range<Int>?
        var payload: JSONString?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.equals(key, "id") {
                id = try reader.skipValue()
            } else if reader.equals(key, "payload") {
                payload = try reader.readString()
            } else {
                try reader.skipValue()
            }
        }
        try reader.end()
        guard let id else { throw JSONError(.wrongKind(expected: "an object with the key \"id\""), at: 0) }
        guard let payload else { throw JSONError(.wrongKind(expected: "an object with the key \"payload\""), at: 0) }
        let body = try reader.text(payload)
        var json = JSONWriter()
        json.object { json in
            json.key("id")
            json.raw(reader.bytes[id])
            json.field("payload", body)
            json.field("output", cleaner.html(body))
        }
        return json.text
    }
}
