/// What is said of keys that mean nothing here.
extension RuleReader {
    /// Whether AutoModerator has a search field of this name, here or on Reddit.
    static func isKnownElsewhere(_ field: String) -> Bool {
        fieldsOfReddit.contains(field) || RuleField.Subject.allCases.contains { RuleField(field, of: $0) != nil }
    }

    static func unknownKey(_ key: String, _ subject: RuleField.Subject) -> String {
        let names = key.split(separator: "+").map(String.init)
        if let home = RuleField.Subject.allCases.first(where: { home in
            names.contains { RuleField($0, of: home) != nil }
        }) {
            return "\(key) is no text of \(subject.label) but of \(home.label)"
        }
        if subject == .post, names.contains(where: keysHere.contains) { return "this site can't do \(key) to a post" }
        if names.contains(where: isKnownElsewhere) || keysOfReddit.contains(key) {
            return "this site knows nothing of \(key)"
        }
        return "no key \(key.shortened())"
    }

    static func mend(_ names: [String], _ subject: RuleField.Subject) -> String? {
        let homes = RuleField.Subject.allCases.filter { home in names.contains { RuleField($0, of: home) != nil } }
        switch homes.first {
        case .author?: return "put it below author:"
        case .post?: return "put it below parent_submission:"
        case .comment?: return "put it at the top level"
        case nil: break
        }
        guard let name = names.first, !keysHere.contains(name), !keysOfReddit.contains(name),
            !fieldsOfReddit.contains(name)
        else { return nil }
        let nearest = keysHere.map { (key: $0, distance: $0.editDistance(to: name)) }.min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance <= min(2, name.count / 2) ? "did you mean \($0.key)?" : nil }
    }

    private static let fieldsOfReddit: Set<String> = [
        "flair_text", "flair_css_class", "flair_template_id", "media_author", "media_author_url", "media_title",
        "media_description", "crosspost_id", "crosspost_title", "poll_option_text",
    ]

    private static let keysOfReddit: Set<String> = [
        "set_flair", "overwrite_flair", "set_sticky", "set_nsfw", "set_spoiler", "set_contest_mode",
        "set_original_content",
        "set_suggested_sort", "set_locked", "set_post_crowd_control_level", "standard", "crosspost_author",
        "crosspost_subreddit", "subreddit", "is_gold", "has_verified_email", "contributor_quality",
        "comment_subreddit_karma",
        "post_subreddit_karma", "combined_subreddit_karma", "is_original_content", "is_poll", "is_gallery",
        "discussion_type",
        "is_meta_discussion", "past_archive_date", "poll_option_count", "is_nsfw", "event_label",
    ]

    private static let keysHere = [
        "type", "priority", "moderators_exempt", "author", "~author", "parent_submission", "body", "id", "name",
        "email",
        "website", "ip", "user_agent", "title", "url", "domain", "body_longer_than", "body_shorter_than",
        "ignore_blockquotes",
        "reports", "is_top_level", "is_edited", "comment_karma", "combined_karma", "post_karma", "link_karma",
        "account_age",
        "is_submitter", "is_moderator", "is_contributor", "satisfy_any_threshold", "action", "action_reason",
        "report_reason",
        "comment", "modmail", "modmail_subject", "message", "message_subject", "score", "tag",
    ]
}

extension RuleField.Subject {
    var label: String {
        switch self {
        case .comment: "the comment"
        case .author: "its author"
        case .post: "the post"
        }
    }
}

extension String {
    /// Levenshtein's distance, in characters; names are short.
    fileprivate func editDistance(to other: String) -> Int {
        let target = Array(other.prefix(40))
        var row = Array(0...target.count)
        for (line, character) in enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, wanted) in target.enumerated() {
                let substituted = diagonal + (character == wanted ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(substituted, diagonal + 1, row[column] + 1)
            }
        }
        return row[target.count]
    }
}
