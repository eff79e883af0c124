import Comments
import Text

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
    public let found: [Found]
    public let messages: [Message]
    /// Log-odds in millionths.
    public let score: Int
    public let tag: String?

    /// What one search check found.
    public struct Found: Sendable, Hashable {
        public let words: String
        /// The regular expression it was found with, where it was one.
        public let pattern: String?
    }

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
        let shown = found.map { found in
            let pattern = found.pattern.map { " by " + $0.shortened(to: 80) } ?? ""
            return "“\(found.words.joinedSpaces.shortened(to: 80))”\(pattern)"
        }
        if !shown.isEmpty { note += ": " + shown.joined(separator: ", ") }
        if let reason, !reason.isEmpty { note += " (\(reason))" }
        return Finding("rule:\(place)", weight: score, note: note)
    }
}

extension RulePlace {
    /// The file and line of the rule that a finding's note names, as `RuleMatch.finding` writes it.
    public static func named(in finding: Finding) -> String? {
        let words = finding.note.split(separator: " ", maxSplits: 2)
        return words.count == 3 && words[0] == "Rule" && words[2].hasPrefix("matched") ? String(words[1]) : nil
    }
}
