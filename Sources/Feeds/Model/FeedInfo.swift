import Comments
import XML

/// What a feed says of itself, and what was noticed in reading it.
public struct FeedInfo: Sendable, Equatable {
    /// The dialect as feedparser names it: `rss20`, `atom10`, `rss10`, `json11`, `wxr12`; empty where it has no version.
    public var version = ""
    public var title: String?
    public var subtitle: String?
    public var link: String?
    public var id: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var language: String?
    public var generator: String?
    public var author: FeedPerson?
    public var links: [FeedLink] = []
    public var categories: [FeedCategory] = []
    /// Whether something had to be mended.
    public var isRecovered = false
    public var problems: [XMLProblem] = []

    public init() {}
}
