import Comments
import JSON

/// The last run as the ledger keeps it.
struct LastRun {
    let finishedAt: Timestamp
    let seconds: Double
    let deliveries: Int
    let comments: Int

    init(_ summary: RunSummary, finishedAt: Timestamp) {
        self.finishedAt = finishedAt
        seconds = summary.seconds
        deliveries = summary.deliveries
        comments = summary.comments
    }

    init?(_ note: String?) {
        guard let note, let value = try? JSONValue(parsing: Array(note.utf8)),
            let at = value["finishedAt"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let seconds = value["seconds"]?.double
        else { return nil }
        finishedAt = at
        self.seconds = seconds
        deliveries = value["deliveries"]?.int ?? 0
        comments = value["comments"]?.int ?? 0
    }

    var note: String {
        var json = JSONWriter()
        json.object { json in
            json.field("finishedAt", finishedAt.description)
            json.key("seconds")
            json.raw(Millionths.text(Millionths.value(seconds)))
            json.field("deliveries", deliveries)
            json.field("comments", comments)
        }
        return json.text
    }
}
