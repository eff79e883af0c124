/// What an element of a feed means, whichever dialect it is from.
enum FeedField: Int, CaseIterable, Sendable {
    case unknown
    // Documents
    case rss
    case rdf
    case channel
    case feed
    case disqus
    case wordpressVersion
    // Containers
    case entry
    case image
    case textInput
    case source
    // Persons, as text or with a name, address and e-mail inside
    case author
    case contributor
    case publisher
    case name
    case email
    case address
    // Text constructs: text, HTML or XHTML
    case title
    case mediaTitle
    case subtitle
    case summary
    case description
    case abstract
    case content
    case encodedContent
    case body
    case rights
    case info
    // Text
    case id
    case link
    case published
    case updated
    case language
    case generator
    case comments
    case commentCount
    case commentFeed
    // Attributes alone
    case generatorAgent
    case inReplyTo
    // Categories
    case category
    case tags
    case podcastCategory
    case keywords
    case podcastKeywords

    /// How a text construct is written where no attribute says another; nil for other fields.
    var constructKind: MediaKind? {
        switch self {
        case .title, .mediaTitle, .subtitle, .summary, .abstract, .content, .rights, .info: .plain
        case .description, .encodedContent: .html
        case .body: .xhtml
        default: nil
        }
    }

    /// Whether its text is a single value.
    var isText: Bool {
        switch self {
        case .author, .name, .email, .address, .id, .link, .published, .updated, .language, .generator, .comments,
            .commentCount,
            .commentFeed, .category, .tags, .podcastCategory, .keywords, .podcastKeywords, .wordpressVersion:
            true
        default: false
        }
    }

    var isCategory: Bool {
        switch self {
        case .category, .tags, .podcastCategory, .keywords, .podcastKeywords: true
        default: false
        }
    }

    var isPerson: Bool { self == .author || self == .contributor || self == .publisher }
}
