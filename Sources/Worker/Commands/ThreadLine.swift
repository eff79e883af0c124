import JSON
import Ledger

/// A thread as `threads list` prints it.
public enum ThreadLine {
    public static func json(_ thread: PublishedThread) -> String {
        let record = thread.record
        var json = JSONWriter()
        json.object { json in
            json.field("thread", record.address.canonical)
            json.field("url", record.address.url)
            json.field("slug", record.slug)
            json.field("title", record.title)
            json.field("count", thread.count)
            json.field("closed", record.isClosed)
            json.field("listed", record.isListed)
            json.field("publishedAt", record.publishedAt?.description)
        }
        return json.text
    }

    public static func text(_ thread: PublishedThread) -> String {
        let record = thread.record
        let count = "\(thread.count) comment\(thread.count == 1 ? "" : "s")"
        let state = (record.isClosed ? ", closed" : "") + (record.isListed ? "" : ", not listed by the site")
        return "\(record.address.url)  \(record.title ?? "(no title)")  \(count)\(state)"
    }
}
