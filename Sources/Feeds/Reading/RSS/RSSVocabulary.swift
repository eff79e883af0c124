extension FeedVocabulary {
    /// RSS 0.90 to 2.0, RDF, and CDF, which share their elements.
    static let rss: [Module: [String: FeedField]] = [
        "": [
            "rss": .rss, "rdf": .rdf, "channel": .channel, "item": .entry, "image": .image, "textinput": .textInput,
            "source": .source, "managingeditor": .author, "webmaster": .publisher, "homepage": .address,
            "url": .address, "description": .description, "abstract": .abstract, "fullitem": .encodedContent,
            "body": .body, "copyright": .rights, "guid": .id, "pubdate": .published, "lastbuilddate": .updated,
            "language": .language, "comments": .comments, "tags": .tags, "keywords": .category, "disqus": .disqus,
        ],
        "rdf": ["rdf": .rdf],
    ]
}
