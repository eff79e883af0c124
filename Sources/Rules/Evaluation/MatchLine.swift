import JSON

/// One line of `rules match`: a comment with its facts, and what the rules say of it.
public struct MatchLine: Sendable {
    public let id: String
    public let subject: RuleSubject
    public let facts: RuleFacts

    /// Reads a comment as the command's input and the tests beside rules write it; what is absent is empty, false or 0.
    public init(_ value: JSONValue) {
        let author = value["author"]
        let post = value["post"]
        id = value["id"]?.string ?? ""
        subject = RuleSubject(
            id: id,
            body: value["body"]?.string ?? "",
            authorName: author?["name"]?.string ?? author?.string ?? "",
            email: author?["email"]?.string ?? "",
            website: author?["website"]?.string ?? "",
            ip: author?["ip"]?.string ?? "",
            userAgent: author?["userAgent"]?.string ?? "",
            postTitle: post?["title"]?.string ?? "",
            postURL: post?["url"]?.string ?? "",
            postID: post?["id"]?.string ?? "",
            permalink: value["permalink"]?.string ?? ""
        )
        facts = RuleFacts(
            approvedComments: author?["approvedCount"]?.double.flatMap { Int(exactly: $0.rounded()) } ?? 0,
            secondsKnown: (author?["ageDays"]?.double ?? 0) * 86400,
            isTrusted: author?["trusted"]?.bool ?? false,
            isContributor: author?["contributor"]?.bool ?? false,
            isPostAuthor: author?["isPostAuthor"]?.bool ?? false,
            isVerified: author?["verified"]?.bool ?? false,
            flags: value["flags"]?.int ?? 0,
            isReply: value["isReply"]?.bool ?? false,
            isEdited: value["edited"]?.bool ?? false
        )
    }

    /// `{"id","matched","action","by"}`, documents by their index.
    public func write(_ outcome: RuleOutcome, to json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(id)
            json.key("matched")
            json.array { json in
                for match in outcome.matches { json.integer(match.place.document) }
            }
            json.key("action")
            if let action = outcome.acting?.action { json.string(action.rawValue) } else { json.null() }
            json.key("by")
            if let acting = outcome.acting { json.integer(acting.place.document) } else { json.null() }
        }
        json.newline()
    }
}
