import Comments

/// A post of a site, whose comments are a thread.
public struct FeedPost: Sendable, Equatable {
    public var url: String
    public var title: String?
    public var published: Timestamp?
    /// The post's author, for notices; the e-mail address is private.
    public var author: FeedPerson?
    /// Whether it takes no more comments; nil where the feed doesn't say.
    public var isClosed: Bool?

    public init(
        url: String,
        title: String? = nil,
        published: Timestamp? = nil,
        author: FeedPerson? = nil,
        isClosed: Bool? = nil
    ) {
        self.url = url
        self.title = title
        self.published = published
        self.author = author
        self.isClosed = isClosed
    }

    /// The post that an entry of the site's own feed is; nil without a link.
    public init?(_ entry: FeedEntry) {
        guard let link = entry.link, !link.isEmpty else { return nil }
        self.init(
            url: link,
            title: entry.title,
            published: entry.published ?? entry.updated,
            author: entry.author
        )
    }
}
