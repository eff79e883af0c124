import Comments
import JSON

/// The last error of a run as the ledger keeps it.
struct LastError {
    let at: Timestamp
    let message: String

    init(at: Timestamp, message: String) {
        self.at = at
        self.message = message
    }

    init?(_ note: String?) {
        guard let note, let value = try? JSONValue(parsing: Array(note.utf8)),
            let at = value["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }), let message = value["message"]?.string
        else { return nil }
        self.init(at: at, message: message)
    }

    var note: String {
        var json = JSONWriter()
        json.object { json in
            json.field("at", at.description)
            json.field("message", message)
        }
        return json.text
    }
}
