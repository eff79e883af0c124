import Comments

/// A feed to be written, whichever its format.
///
/// Texts may hold any Unicode. Links are absolute; what may not stand in a URI is percent-encoded when written.
public struct FeedDocument: Sendable, Equatable {
    /// A permanent URI, best a `tag:` URI (RFC 4151).
    public var id: String
    public var title: String
    public var subtitle: String?
    /// The page that the feed is about.
    public var link: String
    /// Where this document, in the format it is written in, is served.
    public var selfLink: String?
    /// A BCP 47 tag.
    public var language: String?
    /// When an item last changed.
    public var updated: Timestamp
    public var generator: Generator?
    /// Whom readers name where an item names nobody; the title where this is nil.
    public var author: String?
    public var paging: FeedPaging
    /// The address of a CSS style sheet for readers who open the feed in a browser.
    public var stylesheet: String?
    /// In the order they are to be shown, newest first.
    public var items: [FeedItem]

    public init(
        id: String,
        title: String,
        subtitle: String? = nil,
        link: String,
        selfLink: String? = nil,
        language: String? = nil,
        updated: Timestamp,
        generator: Generator? = nil,
        author: String? = nil,
        paging: FeedPaging = FeedPaging(),
        stylesheet: String? = nil,
        items: [FeedItem] = []
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.link = link
        self.selfLink = selfLink
        self.language = language
        self.updated = updated
        self.generator = generator
        self.author = author
        self.paging = paging
        self.stylesheet = stylesheet
        self.items = items
    }

    /// Bytes that the document about takes in any format.
    var size: Int {
        items.reduce(4096) { $0 + $1.content.utf8.count * 5 / 4 + (($1.summary?.utf8.count ?? 0) + 1024) }
    }

    /// The program that wrote a feed.
    public struct Generator: Sendable, Equatable {
        public var name: String
        public var version: String?
        public var link: String?

        public init(name: String, version: String? = nil, link: String? = nil) {
            self.name = name
            self.version = version
            self.link = link
        }
    }
}

/// How a feed document hangs together with its older and newer parts (RFC 5005, section 4).
public struct FeedPaging: Sendable, Equatable {
    /// Whether this document is a finished archive, which doesn't change any more.
    public var isArchive: Bool
    public var previousArchive: String?
    public var nextArchive: String?
    /// The address of the document with the newest items, for archives.
    public var current: String?

    public init(
        isArchive: Bool = false,
        previousArchive: String? = nil,
        nextArchive: String? = nil,
        current: String? = nil
    ) {
        self.isArchive = isArchive
        self.previousArchive = previousArchive
        self.nextArchive = nextArchive
        self.current = current
    }
}
