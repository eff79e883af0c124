/// A submission that is no comment, with every problem it has. What could be read of it is kept for the moderator.
public struct Refusal: Sendable {
    public let origin: Origin
    public var problems: [Problem]
    public var senderID: String?
    public var thread: ThreadAddress?
    public var author: Author
    public var body: String
    public var submittedAt: Timestamp?

    public init(
        origin: Origin,
        problems: [Problem],
        senderID: String? = nil,
        thread: ThreadAddress? = nil,
        author: Author = Author(name: ""),
        body: String = "",
        submittedAt: Timestamp? = nil
    ) {
        self.origin = origin
        self.problems = problems
        self.senderID = senderID
        self.thread = thread
        self.author = author
        self.body = body
        self.submittedAt = submittedAt
    }
}
