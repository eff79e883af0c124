import Comments
import JSON

/// What was refused of a delivery, and why: the file that stands beside it in `rejected/`, written as the refusals come, since a
/// delivery may hold any number. Private.
///
/// `{"delivery","problems":[…],"items":[{"index","id","senderId","thread","name","submittedAt","problems":[…]}]}`, `index` from 0.
public struct RejectedReport {
    private let isWhole: Bool
    private var json = JSONWriter()

    /// - Parameters:
    ///   - delivery: its file name.
    ///   - isWhole: whether nothing of it could be decoded, so that what was refused is all of it.
    public init(_ delivery: String, isWhole: Bool) {
        self.isWhole = isWhole
        json.beginObject()
        json.field("delivery", delivery)
        json.key("problems")
        json.beginArray()
        if !isWhole { beginItems() }
    }

    /// Bytes that wait to be taken.
    public var size: Int { json.bytes.count }

    /// Adds a row of the ledger; they come in the order of the delivery.
    public mutating func add(_ refused: StoredComment) {
        guard !isWhole else {
            json.problems(refused.decision.problems)
            return
        }
        json.object { json in
            json.field("index", refused.origin.index)
            json.field("id", refused.id.description)
            json.field("senderId", refused.senderID)
            json.field("thread", refused.thread?.canonical)
            if !refused.author.name.isEmpty { json.field("name", refused.author.name) }
            json.field("submittedAt", refused.submittedAt?.description)
            json.key("problems")
            json.array { json in json.problems(refused.decision.problems) }
        }
    }

    /// The bytes since the last call.
    public mutating func take() -> [UInt8] { json.take() }

    /// The last bytes.
    public mutating func finish() -> [UInt8] {
        if isWhole { beginItems() }
        json.endArray()
        json.endObject()
        json.newline()
        return json.take()
    }

    private mutating func beginItems() {
        json.endArray()
        json.key("items")
        json.beginArray()
    }
}

extension JSONWriter {
    fileprivate mutating func problems(_ problems: [Problem]) {
        for problem in problems {
            object { json in
                json.field("code", problem.code)
                json.field("field", problem.field)
                json.field("message", problem.message)
            }
        }
    }
}
