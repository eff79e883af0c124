import Comments
import JSON

/// `threads.json`: every thread with published comments, by its key.
public enum ThreadList {
    public static func json(_ threads: some Sequence<(record: ThreadRecord, count: Int)>) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for (record, count) in threads.sorted(by: { $0.record.address.canonical < $1.record.address.canonical }) {
                json.object { json in
                    json.field("thread", record.address.canonical)
                    json.field("slug", record.slug)
                    json.nullable("title", record.title)
                    json.field("count", count)
                    json.field("closed", record.isClosed)
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
