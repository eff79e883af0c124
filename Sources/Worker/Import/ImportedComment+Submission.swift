import Feeds
import Intake
import JSON

extension ImportedComment {
    /// The comment as an owner's handler would have sent it, so that it is validated as all are. Its verdict is left out.
    var submission: RawItem.Content {
        var json = JSONWriter()
        json.object { json in
            json.field("thread", thread)
            json.field("title", title)
            json.field("id", senderID)
            json.field("parent", parentID)
            json.field("name", name)
            json.field("email", email)
            json.field("website", website)
            json.field("ip", ip)
            json.field("userAgent", userAgent)
            json.field("body", body)
            json.field("format", format.rawValue)
            json.field("submittedAt", submittedAt?.description)
        }
        return .json(json.bytes, 0..<json.bytes.count)
    }
}
