extension FeedVocabulary {
    /// Atom 0.3 and 1.0 (RFC 4287) with threading (RFC 4685).
    static let atom: [Module: [String: FeedField]] = [
        "": [
            "feed": .feed, "entry": .entry, "author": .author, "contributor": .contributor, "name": .name,
            "email": .email, "uri": .address, "url": .address, "title": .title, "subtitle": .subtitle,
            "tagline": .subtitle, "summary": .summary, "content": .content, "rights": .rights, "info": .info,
            "id": .id, "link": .link, "published": .published, "issued": .published, "updated": .updated,
            "modified": .updated, "generator": .generator, "category": .category,
        ],
        "thr": ["in-reply-to": .inReplyTo, "total": .commentCount],
    ]
}
