/// A comment as pages and feeds are made of it: what everybody may know, and what its author's key is made of.
public struct ShownComment: Sendable {
    public var sequence: Int64
    public var id: CommentID
    /// Whom it answers, resolved; nil for a top-level comment.
    public var parent: CommentID?
    public var name: String
    /// Private; of it only the author's key is made.
    public var email: String?
    public var website: String?
    public var isVerified: Bool
    public var body: String
    public var format: BodyFormat?
    /// When its author sent it, or else when it arrived.
    public var postedAt: Timestamp
    /// When it was first approved, or else when it was decided.
    public var publishedAt: Timestamp
    /// Its place in the order of first approvals.
    public var publication: Int64?
    public var editedAt: Timestamp?

    public init(
        sequence: Int64,
        id: CommentID,
        parent: CommentID?,
        name: String,
        email: String?,
        website: String?,
        isVerified: Bool,
        body: String,
        format: BodyFormat?,
        postedAt: Timestamp,
        publishedAt: Timestamp,
        publication: Int64?,
        editedAt: Timestamp?
    ) {
        self.sequence = sequence
        self.id = id
        self.parent = parent
        self.name = name
        self.email = email
        self.website = website
        self.isVerified = isVerified
        self.body = body
        self.format = format
        self.postedAt = postedAt
        self.publishedAt = publishedAt
        self.publication = publication
        self.editedAt = editedAt
    }

    public init(_ comment: StoredComment) {
        self.init(
            sequence: comment.sequence,
            id: comment.id,
            parent: comment.parent,
            name: comment.author.name,
            email: comment.author.email,
            website: comment.author.website,
            isVerified: comment.author.isVerified,
            body: comment.body,
            format: comment.format,
            postedAt: comment.postedAt,
            publishedAt: comment.publishedAt ?? comment.decidedAt,
            publication: comment.publication,
            editedAt: comment.editedAt
        )
    }
}

extension StoredComment {
    /// When its author sent it, or else when it arrived.
    public var postedAt: Timestamp { submittedAt ?? origin.arrivedAt }
}
