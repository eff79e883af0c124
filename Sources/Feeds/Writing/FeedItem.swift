import Comments

/// One item of a feed to be written: a comment. What may not stand in a URI is percent-encoded in its links.
public struct FeedItem: Sendable, Equatable {
    /// A permanent URI, the same for ever once published, best a `tag:` URI (RFC 4151).
    public var id: String
    /// Plain text.
    public var title: String
    /// The item's permalink, as a URI.
    public let link: String
    public var authorName: String?
    public let authorLink: String?
    public var published: Timestamp
    public var updated: Timestamp
    /// Safe HTML.
    public var content: String
    /// Plain text.
    public var summary: String?
    public var inReplyTo: Reply?
    /// How many comments answer this item.
    public var commentCount: Int?
    /// The feed of the comments that answer this item.
    public var commentFeed: FeedAddresses?

    public init(
        id: String,
        title: String,
        link: String,
        authorName: String? = nil,
        authorLink: String? = nil,
        published: Timestamp,
        updated: Timestamp,
        content: String,
        summary: String? = nil,
        inReplyTo: Reply? = nil,
        commentCount: Int? = nil,
        commentFeed: FeedAddresses? = nil
    ) {
        self.id = id
        self.title = title
        self.link = link.asURI
        self.authorName = authorName
        self.authorLink = authorLink?.asURI
        self.published = published
        self.updated = updated
        self.content = content
        self.summary = summary
        self.inReplyTo = inReplyTo
        self.commentCount = commentCount
        self.commentFeed = commentFeed
    }

    /// What an item answers (RFC 4685, section 3).
    public struct Reply: Sendable, Equatable {
        /// The permanent id of the item that is answered.
        public var ref: String
        /// Where that item can be read, as a URI.
        public let href: String?

        public init(ref: String, href: String? = nil) {
            self.ref = ref
            self.href = href?.asURI
        }
    }
}
