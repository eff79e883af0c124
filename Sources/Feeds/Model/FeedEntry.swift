import Comments

/// One entry of a feed, whichever dialect it was written in. What the feed doesn't say is nil or empty.
public struct FeedEntry: Sendable, Equatable {
    public var id: String?
    public var title: String?
    public var link: String?
    public var links: [FeedLink] = []
    public var author: FeedPerson?
    public var published: Timestamp?
    public var updated: Timestamp?
    /// HTML, or plain text where the dialect says so.
    public var summary: String?
    /// HTML, or plain text where the dialect says so.
    public var content: String?
    public var categories: [FeedCategory] = []
    /// Where comments are read or written.
    public var comments: String?
    public var commentCount: Int?
    public var commentFeed: String?
    public var inReplyTo: FeedItem.Reply?
    public var language: String?

    public init() {}
}

/// A link of a feed or entry (RFC 4287 section 4.2.7).
public struct FeedLink: Sendable, Equatable {
    public var rel: String
    public var href: String?
    public var type: String?
}

public struct FeedPerson: Sendable, Equatable {
    public var name: String?
    public var email: String?
    public var url: String?

    public init(name: String? = nil, email: String? = nil, url: String? = nil) {
        self.name = name
        self.email = email
        self.url = url
    }

    var isEmpty: Bool { name == nil && email == nil && url == nil }
}

public struct FeedCategory: Sendable, Equatable {
    public var term: String?
    public var scheme: String?
    public var label: String?
}
