import Comments

/// One entry of a feed, whichever dialect it was written in. What the feed doesn't say is nil or empty.
public struct FeedEntry: Sendable, Equatable {
    var texts = FeedTexts()
    public var links: [FeedLink] = []
    public var author: FeedPerson?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var categories: [FeedCategory] = []
    public var commentCount: Int?
    public var inReplyTo: FeedItem.Reply?

    public init() {}

    public var id: String? {
        get { texts[.id] }
        set { texts[.id] = newValue }
    }
    public var title: String? {
        get { texts[.title] }
        set { texts[.title] = newValue }
    }
    public var link: String? {
        get { texts[.link] }
        set { texts[.link] = newValue }
    }
    /// HTML, or plain text where the dialect says so.
    public var summary: String? {
        get { texts[.summary] }
        set { texts[.summary] = newValue }
    }
    /// HTML, or plain text where the dialect says so.
    public var content: String? {
        get { texts[.content] }
        set { texts[.content] = newValue }
    }
    /// Where comments are read or written.
    public var comments: String? {
        get { texts[.comments] }
        set { texts[.comments] = newValue }
    }
    public var commentFeed: String? {
        get { texts[.commentFeed] }
        set { texts[.commentFeed] = newValue }
    }
    public var language: String? {
        get { texts[.language] }
        set { texts[.language] = newValue }
    }

    /// Begins another entry in the room that this one had.
    mutating func removeAll() {
        texts.removeAll()
        links.removeAll(keepingCapacity: true)
        categories.removeAll(keepingCapacity: true)
        (author, inReplyTo) = (nil, nil)
        (published, updated, commentCount) = (nil, nil, nil)
    }
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

public struct FeedCategory: Sendable, Hashable {
    public var term: String?
    public var scheme: String?
    public var label: String?
}
