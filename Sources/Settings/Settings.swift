import Comments

/// What a site's owner set in `moderato.yaml`; the defaults are WordPress's. Properties are named as the keys of the file.
public struct Settings: Sendable, Hashable {
    public var site = SiteDescription()
    public var outbox = Outbox()
    public var privacy = Privacy()
    public var require = Require()
    public var moderation = Moderation()
    public var words = Words()
    public var flood = Flood()
    public var duplicates = Duplicates()
    public var threads = Threads()
    public var spam = Spam()
    /// Name of the form field that a person leaves empty.
    public var honeypot = "website2"
    public var markup = Markup()
    public var feeds = Feeds()
    public var notify = Notify()
    public var retention = Retention()
    public var limits = Limits()
    public var log = Log()

    public init() {}

    /// `site.url` with a slash at its end; empty where it is not set.
    public var siteURL: String { Self.withSlash(site.url) }

    /// Where `Outbox/public/` is served, with a slash at its end: `outbox.url`, or `comments/` on the site.
    public var outboxURL: String {
        if let url = outbox.url { return Self.withSlash(url) }
        return site.url.isEmpty ? "" : siteURL + "comments/"
    }

    private static func withSlash(_ url: String) -> String {
        url.isEmpty || url.hasSuffix("/") ? url : url + "/"
    }
}

extension Settings {
    public struct SiteDescription: Sendable, Hashable {
        public var title = ""
        /// Absolute http or https address; empty where the owner has not set it.
        public var url = ""
        /// BCP 47 tag.
        public var language = "en"
        /// Name in the tz database.
        public var timezone = "UTC"
        /// E-mail addresses; private.
        public var moderators: [String] = []
        /// From whom notices come; nil: the first moderator.
        public var sender: String?
    }

    public struct Outbox: Sendable, Hashable {
        public var url: String?
        public var items = OutboxItems.files
        public var pageSize = 200
    }

    public struct Privacy: Sendable, Hashable {
        public var authorKeys = AuthorKeys.verified
    }

    public struct Require: Sendable, Hashable {
        public var nameAndEmail = true
    }

    public struct Moderation: Sendable, Hashable {
        public var holdAll = false
        public var previouslyApproved = true
        /// 0: links are not counted.
        public var maxLinks = 2
        /// Zero: never.
        public var closeAfter = Duration.zero
        public var maxDepth = 5
        /// E-mail addresses that are approved when their token proves them; private.
        public var trusted: [String] = []
        public var verifiedOnly = false
    }

    public struct Words: Sendable, Hashable {
        /// Paths relative to the site's directory.
        public var moderate = "Rules/words/moderate.txt"
        public var block = "Rules/words/block.txt"
    }

    public struct Flood: Sendable, Hashable {
        /// Zero: no check.
        public var interval = Duration.seconds(15)
        public var then = FloodAnswer.hold
    }

    public struct Duplicates: Sendable, Hashable {
        public var then = DuplicateAnswer.reject
    }

    public struct Threads: Sendable, Hashable {
        /// Path, relative to the site's directory, of a post feed or WXR file; nil: none.
        public var feed: String?
        public var unknown = UnknownThreadAnswer.accept
    }

    public struct Spam: Sendable, Hashable {
        /// Probabilities; a threshold of 1 is never reached.
        public var holdAbove = 0.7
        public var spamAbove = 0.98
        public var discardAbove = 1.0
        public var minLearned = 50
    }

    public struct Markup: Sendable, Hashable {
        public var format = BodyFormat.auto
        /// `rel` of links.
        public var links = "nofollow ugc"
        public var typographicQuotes = false
        public var smilies = false
    }

    public struct Feeds: Sendable, Hashable {
        public var items = 50
        public var archives = true
    }

    public struct Notify: Sendable, Hashable {
        public var held = HeldNotice.digest
        public var approved = false
        public var author = false
        public var replies = true
    }

    public struct Retention: Sendable, Hashable {
        public var spam = Duration.days(15)
        /// Zero: blocked words give spam, as in a WordPress without a trash.
        public var trash = Duration.days(30)
        public var rejected = Duration.days(30)
        public var ip = Duration.days(60)
        public var deliveries = Duration.days(400)
    }

    public struct Limits: Sendable, Hashable {
        /// Bytes of a delivery that is not read line by line.
        public var delivery = 1 << 30
        /// Bytes of one submission.
        public var item = 256 << 10
        /// How deep JSON may nest.
        public var depth = 64
        public var itemsPerFile = 1_000_000
    }

    public struct Log: Sendable, Hashable {
        public var level = LogLevel.info
        public var format = LogFormat.text
    }
}
