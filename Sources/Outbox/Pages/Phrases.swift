/// What pages and feeds say in one language. `{n}`, `{name}`, `{title}` and `{mark}` stand for what is put in.
struct Phrases: Sendable {
    /// BCP 47 primary subtag.
    var language: String
    var plural: PluralRule
    /// The heading over a thread, by plural category.
    var comments: [PluralCategory: String]
    var noComments: String
    var leaveReply: String
    var reply: String
    var replyTo: String
    var newComment: String
    var name: String
    var email: String
    var website: String
    var comment: String
    var post: String
    var emailNote: String
    var requiredNote: String
    var leaveEmpty: String
    var notifyMe: String
    var closed: String
    var removed: String
    var edited: String
    var verified: String
    var older: String
    var newer: String
    var pages: String
    var page: String
    var feed: String
    var anonymous: String
    var siteFeedTitle: String
    var threadFeedTitle: String
    var itemOfThread: String
    var itemOfSite: String
    /// January first, as they stand in a date.
    var months: [String]
    /// `{d}`, `{month}`, `{m}`, `{y}` and `{time}`.
    var date: String

    /// The phrases for a BCP 47 tag, by its primary subtag; English where there are none.
    static func of(_ tag: String) -> Phrases {
        switch tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() {
        case "de": german
        case "nl": dutch
        case "sv": swedish
        case "da": danish
        case "nb", "nn", "no": norwegian
        case "fi": finnish
        case "fr": french
        case "es": spanish
        case "it": italian
        case "pt": portuguese
        case "pl": polish
        case "cs": czech
        case "ru": russian
        case "uk": ukrainian
        case "ja": japanese
        case "zh": chinese
        default: english
        }
    }

    /// The heading over a thread with `count` comments.
    func heading(_ count: Int) -> String {
        if count == 0 { return noComments }
        let form = comments[plural.category(count)] ?? comments[.other] ?? ""
        return form.filling("n", with: String(count))
    }
}

extension String {
    /// The phrase with `value` in the place of `{key}`.
    func filling(_ key: String, with value: String) -> String {
        guard let place = firstRange(of: "{\(key)}") else { return self }
        return self[..<place.lowerBound] + value + self[place.upperBound...]
    }

    private func firstRange(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
