import Comments
import JSON

/// What was refused of a delivery, and why: the file that stands beside it in `rejected/`. Private.
public struct RejectedReport: Sendable {
    /// The delivery's file name.
    public let delivery: String
    /// What is wrong with the delivery as a whole; empty where it could be decoded.
    public let problems: [Problem]
    /// The submissions that were refused.
    public let items: [StoredComment]
    /// How many more were refused than `items` tells.
    public let more: Int

    /// - Parameters:
    ///   - refused: the ledger's rows of the delivery's refusals.
    ///   - more: how many rows there are besides.
    ///   - isWhole: whether nothing of the delivery could be decoded, so that what the rows tell is about all of it.
    public init(_ delivery: String, _ refused: [StoredComment], more: Int = 0, isWhole: Bool = false) {
        self.delivery = delivery
        problems = isWhole ? refused.flatMap(\.decision.problems) : []
        items = isWhole ? [] : refused
        self.more = more
    }

    /// `{"delivery","problems":[…],"items":[{"index","id","senderId","thread","name","submittedAt","problems":[…]}],"more"}`, items in
    /// the order of the delivery, `index` from 0; `more` where there are more.
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("delivery", delivery)
            json.problems(problems)
            json.key("items")
            json.array { json in
                for item in items.sorted(by: { ($0.origin.index, $0.sequence) < ($1.origin.index, $1.sequence) }) {
                    json.object { json in
                        json.field("index", item.origin.index)
                        json.field("id", item.id.description)
                        json.field("senderId", item.senderID)
                        json.field("thread", item.thread?.canonical)
                        if !item.author.name.isEmpty { json.field("name", item.author.name) }
                        json.field("submittedAt", item.submittedAt?.description)
                        json.problems(item.decision.problems)
                    }
                }
            }
            if more > 0 { json.field("more", more) }
        }
        json.newline()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func problems(_ problems: [Problem]) {
        key("problems")
        array { json in
            for problem in problems {
                json.object { json in
                    json.field("code", problem.code)
                    json.field("field", problem.field)
                    json.field("message", problem.message)
                }
            }
        }
    }
}
