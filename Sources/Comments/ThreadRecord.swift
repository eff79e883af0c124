/// What is known of a post whose comments a thread holds.
public struct ThreadRecord: Sendable, Hashable {
    public var address: ThreadAddress
    public var slug: String
    public var title: String?
    /// When the post was published; comments close by age from then on.
    public var publishedAt: Timestamp?
    /// The post's author as the site's feed names them.
    public var authorName: String?
    public var authorEmail: String?
    public var isClosed: Bool
    /// Whether the site's feed, an import or the `threads` command named it; a thread that only a comment named is unknown.
    public var isListed: Bool

    public init(
        address: ThreadAddress,
        slug: String,
        title: String? = nil,
        publishedAt: Timestamp? = nil,
        authorName: String? = nil,
        authorEmail: String? = nil,
        isClosed: Bool = false,
        isListed: Bool = false
    ) {
        self.address = address
        self.slug = slug
        self.title = title
        self.publishedAt = publishedAt
        self.authorName = authorName
        self.authorEmail = authorEmail
        self.isClosed = isClosed
        self.isListed = isListed
    }
}
