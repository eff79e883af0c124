import Comments

/// A comment as another system kept it.
public struct ImportedComment: Sendable, Equatable {
    /// The address of the post, or its path or slug where the sender knows no more.
    public var thread: String
    public var title: String?
    /// The sender's own id.
    public var senderID: String?
    /// The sender's id of the comment that this one answers.
    public var parentID: String?
    public var name: String?
    public var email: String?
    public var website: String?
    public var ip: String?
    public var userAgent: String?
    public var body: String
    public var format: BodyFormat
    public var submittedAt: Timestamp?
    /// What a human had decided; nil where the sender doesn't say.
    public var verdict: Verdict?

    /// Why a comment is left out whose date the owner gave in a form that nobody knows, since no other would be true.
    static let unreadableDate = "its date cannot be read"

    public init(
        thread: String,
        title: String? = nil,
        senderID: String? = nil,
        parentID: String? = nil,
        name: String? = nil,
        email: String? = nil,
        website: String? = nil,
        ip: String? = nil,
        userAgent: String? = nil,
        body: String,
        format: BodyFormat,
        submittedAt: Timestamp? = nil,
        verdict: Verdict? = nil
    ) {
        self.thread = thread
        self.title = title
        self.senderID = senderID
        self.parentID = parentID
        self.name = name
        self.email = email
        self.website = website
        self.ip = ip
        self.userAgent = userAgent
        self.body = body
        self.format = format
        self.submittedAt = submittedAt
        self.verdict = verdict
    }
}

/// One thing that an import finds.
public enum ImportedRecord: Sendable, Equatable {
    case comment(ImportedComment)
    /// A post; it comes before its comments.
    case post(FeedPost)
    /// What is not imported, by the sender's id, and why.
    case skipped(id: String?, reason: String)
}
