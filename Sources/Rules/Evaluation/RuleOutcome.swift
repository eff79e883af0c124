import Comments

/// What the rules say of a comment.
public struct RuleOutcome: Sendable {
    /// The removal rule that ended the trying, or every other rule that matched, in file order.
    public let matches: [RuleMatch]

    public static let none = RuleOutcome(matches: [])

    /// The removal rule that matched, if one did.
    public var removal: RuleMatch? {
        guard let first = matches.first, first.action?.isRemoval == true else { return nil }
        return first
    }

    /// The match whose action counts: the removal, else the first that has an action.
    public var acting: RuleMatch? { matches.first { $0.action != nil } }
}

/// One rule that matched, and what it asks for.
public struct RuleMatch: Sendable {
    public let place: RulePlace
    public let action: RuleAction?
    /// Its reason, with placeholders filled in.
    public let reason: String?
    /// What its positive search checks found, each once; never from an e-mail address, IP address or user agent.
    public let words: [String]
    public let messages: [Message]
    /// Log-odds in millionths.
    public let score: Int
    public let tag: String?

    /// A text to be sent, with placeholders filled in.
    public struct Message: Sendable, Hashable {
        public enum Recipient: Sendable {
            /// A reply in the thread, queued for the moderator.
            case thread
            case moderators
            case author
        }

        public let recipient: Recipient
        public let subject: String?
        public let body: String
    }

    /// The match as a finding: which rule, what it found, why.
    public var finding: Finding {
        var note = "Rule \(place) matched"
        if !words.isEmpty { note += ": " + words.map { "“\($0)”" }.joined(separator: ", ") }
        if let reason, !reason.isEmpty { note += " (\(reason))" }
        return Finding("rule:\(place)", weight: score, note: note)
    }
}
