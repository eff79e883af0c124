import XML

extension FeedVocabulary {
    /// Modules that extend several dialects.
    static let extensions: [Module: [String: FeedField]] = [
        "admin": ["generatoragent": .generatorAgent],
        "content": ["encoded": .encodedContent],
        "dc": [
            "author": .author, "creator": .author, "contributor": .contributor, "date": .updated,
            "description": .description, "language": .language, "publisher": .publisher, "rights": .rights,
            "subject": .category, "title": .title,
        ],
        "dcterms": ["issued": .published, "modified": .updated],
        "feedburner": ["browserfriendly": .info],
        "itunes": [
            "author": .author, "category": .podcastCategory, "email": .email, "keywords": .podcastKeywords,
            "name": .name,
            "owner": .publisher, "subtitle": .subtitle, "summary": .summary,
        ],
        "media": [
            "category": .category, "description": .description, "keywords": .keywords, "title": .mediaTitle,
        ],
        "slash": ["comments": .commentCount],
        "wfw": ["commentrss": .commentFeed],
        "wp": ["wxr_version": .wordpressVersion],
        "xhtml": ["body": .body],
    ]
}

extension FeedVocabulary {
    static let podcastScheme = "http://www.itunes.com/"

    /// The scheme of a category that names none.
    static func categoryScheme(of name: XMLName) -> String? {
        module(of: name) == "media" ? "http://search.yahoo.com/mrss/category_schema" : nil
    }
}
