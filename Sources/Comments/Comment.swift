/// A validated submission.
public struct Comment: Sendable {
    public let origin: Origin
    /// The sender's own id, unique in its thread.
    public var senderID: String?
    public var thread: ThreadAddress
    /// The post's title as its owner gave it.
    public var title: String?
    /// Whom it answers, as sent: our id or the sender's; nil for a top-level comment.
    public var parent: String?
    public var author: Author
    /// As it was sent; HTML and text are derived from it.
    public var body: String
    /// nil: the site's default.
    public var format: BodyFormat?
    public var submittedAt: Timestamp
    public var authorToken: String?
    /// Whether the sender asks to be told of replies.
    public var wantsReplies: Bool
    /// Whether the field that a person leaves empty was filled.
    public var filledHoneypot: Bool
    /// Unknown fields as one JSON object of at most 4 KiB; never published.
    public var extra: String?
    /// What intake noticed: a website that was dropped, a date in the future …
    public var findings: [Finding]

    public init(
        origin: Origin,
        senderID: String? = nil,
        thread: ThreadAddress,
        title: String? = nil,
        parent: String? = nil,
        author: Author,
        body: String,
        format: BodyFormat? = nil,
        submittedAt: Timestamp,
        authorToken: String? = nil,
        wantsReplies: Bool = false,
        filledHoneypot: Bool = false,
        extra: String? = nil,
        findings: [Finding] = []
    ) {
        self.origin = origin
        self.senderID = senderID
        self.thread = thread
        self.title = title
        self.parent = parent
        self.author = author
        self.body = body
        self.format = format
        self.submittedAt = submittedAt
        self.authorToken = authorToken
        self.wantsReplies = wantsReplies
        self.filledHoneypot = filledHoneypot
        self.extra = extra
        self.findings = findings
    }
}
