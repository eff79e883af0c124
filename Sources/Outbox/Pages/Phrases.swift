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
        switch primary(tag) {
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

    /// Whether they are in the language that a tag names, and do not stand in for it.
    func speaks(_ tag: String) -> Bool { language != "en" || Self.primary(tag) == "en" }

    private static func primary(_ tag: String) -> String? {
        tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased()
    }

    /// The heading over a thread with `count` comments.
    func heading(_ count: Int) -> String {
        if count == 0 { return noComments }
        let form = comments[plural.category(count)] ?? comments[.other] ?? ""
        return form.filling(["n": String(count)])
    }
}

extension String {
    /// The phrase with values in the place of `{key}`; what a value holds in braces is left as it is.
    func filling(_ values: KeyValuePairs<String, String>) -> String {
        var filled: [UInt8] = []
        filled.reserveCapacity(utf8.count + values.reduce(0) { $0 + $1.value.utf8.count })
        var rest = Substring(self).utf8
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            filled.append(contentsOf: rest[..<open])
            rest = rest[rest.index(after: open)...]
            let place = rest.firstIndex(of: UInt8(ascii: "}")).flatMap { close in
                values.first { rest[..<close].elementsEqual($0.key.utf8) }.map { (close, $0.value) }
            }
            if let (close, value) = place {
                filled.append(contentsOf: value.utf8)
                rest = rest[rest.index(after: close)...]
            } else {
                filled.append(UInt8(ascii: "{"))
            }
        }
        filled.append(contentsOf: rest)
        return String(decoding: filled, as: UTF8.self)
    }

    /// The phrase around the places of `{key}`, with values in the places of others.
    func pieces(around key: String, filling values: KeyValuePairs<String, String> = [:]) -> [String] {
        var pieces: [String] = []
        var rest = Substring(self)
        let place = "{\(key)}"
        while let start = rest.utf8.indices.first(where: { rest[$0...].utf8.starts(with: place.utf8) }) {
            pieces.append(String(rest[..<start]).filling(values))
            rest = rest[rest.utf8.index(start, offsetBy: place.utf8.count)...]
        }
        return pieces + [String(rest).filling(values)]
    }
}
