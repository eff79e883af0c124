import Comments
import JSON

/// Our own lines: one comment each, as `export --format jsonl` writes them.
enum CommentLine {
    static func read(_ line: [UInt8], _ onRecord: (ImportedRecord) throws -> Void) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            return try onRecord(.skipped(id: nil, reason: "it is no JSON: \(error)"))
        }
        guard let thread = value["thread"]?.string, let body = value["body"]?.string else {
            return try onRecord(.skipped(id: value["id"]?.string, reason: "it has no thread or no body"))
        }
        let date = value["submittedAt"]?.string
        let time = date.flatMap(FeedDate.parse)
        guard date == nil || time != nil else {
            return try onRecord(.skipped(id: value["id"]?.string, reason: ImportedComment.unreadableDate))
        }
        let comment = ImportedComment(
            thread: thread,
            title: value["title"]?.string,
            senderID: value["id"]?.string,
            parentID: value["parent"]?.string,
            name: value["name"]?.string,
            email: value["email"]?.string,
            website: value["website"]?.string,
            ip: value["ip"]?.string,
            userAgent: value["userAgent"]?.string,
            body: body,
            format: value["format"]?.string.flatMap(BodyFormat.init) ?? .auto,
            submittedAt: time,
            verdict: value["verdict"]?.string.flatMap(Verdict.init)
        )
        try onRecord(.comment(comment))
    }

    static func write(_ comment: ImportedComment, to json: inout JSONWriter) {
        json.object { json in
            for column in ImportColumn.allCases { json.field(named: column.rawValue, column.text(of: comment)) }
        }
        json.newline()
    }
}
