/// A submission as the ledger holds it, whatever became of it.
public struct StoredComment: Sendable {
    /// Order of judgement; grows with every row.
    public var sequence: Int64
    public var origin: Origin
    public var senderID: String?
    public var thread: ThreadAddress?
    /// Whom it answers, resolved; nil for a top-level comment.
    public var parent: CommentID?
    public var author: Author
    public var body: String
    public var format: BodyFormat?
    public var submittedAt: Timestamp?
    public var extra: String?
    public var decision: Decision
    public var decidedAt: Timestamp
    /// The moderator's name, or nil where the worker decided.
    public var decidedBy: String?
    /// When it was first approved, and its place in the order of first approvals; kept when it is withdrawn.
    public var publishedAt: Timestamp?
    public var publication: Int64?
    public var editedAt: Timestamp?
    /// Whether its content was erased or purged; only a nameless place in the thread remains.
    public var isTombstone: Bool

    public init(
        sequence: Int64,
        origin: Origin,
        senderID: String? = nil,
        thread: ThreadAddress? = nil,
        parent: CommentID? = nil,
        author: Author,
        body: String,
        format: BodyFormat? = nil,
        submittedAt: Timestamp? = nil,
        extra: String? = nil,
        decision: Decision,
        decidedAt: Timestamp,
        decidedBy: String? = nil,
        publishedAt: Timestamp? = nil,
        publication: Int64? = nil,
        editedAt: Timestamp? = nil,
        isTombstone: Bool = false
    ) {
        self.sequence = sequence
        self.origin = origin
        self.senderID = senderID
        self.thread = thread
        self.parent = parent
        self.author = author
        self.body = body
        self.format = format
        self.submittedAt = submittedAt
        self.extra = extra
        self.decision = decision
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
        self.publishedAt = publishedAt
        self.publication = publication
        self.editedAt = editedAt
        self.isTombstone = isTombstone
    }

    public var id: CommentID { origin.id }
}
