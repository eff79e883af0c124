import Comments
import JSON
import XML

/// Remark42's native backup: a first line about users and posts, then one comment a line.
enum Remark42 {
    static func read(_ line: [UInt8], _ onRecord: (ImportedRecord) throws -> Void) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            return try onRecord(.skipped(id: nil, reason: "it is no JSON: \(error)"))
        }
        if let posts = value["posts"]?.array {
            for post in posts {
                guard let url = post["url"]?.string else { continue }
                try onRecord(.post(FeedPost(url: url, isClosed: post["read_only"]?.bool)))
            }
            return
        }
        guard value["version"] == nil || value["locator"] != nil else { return }
        let id = value["id"]?.string
        guard let url = value["locator"]?["url"]?.string else {
            return try onRecord(.skipped(id: id, reason: "it names no post"))
        }
        let source = value["orig"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let parent = value["pid"]?.string
        let comment = ImportedComment(
            thread: url,
            title: value["title"]?.string,
            senderID: id,
            parentID: parent == "" ? nil : parent,
            // Names are kept escaped for HTML.
            name: value["user"]?["name"]?.string.map(HTMLText.decoded),
            body: source ?? value["text"]?.string ?? "",
            format: source == nil ? .html : .markdown,
            submittedAt: value["time"]?.string.flatMap(FeedDate.parse),
            verdict: value["delete"]?.bool == true ? .trashed : .approved
        )
        try onRecord(.comment(comment))
    }
}
