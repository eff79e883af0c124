import Rules

/// What phases find; what intake and the spam filter find has symbols of its own.
enum Symbol: String, CaseIterable {
    case senderIDTaken = "sender_id_taken"
    case parentDropped = "parent_dropped"
    case honeypot
    case threadClosed = "thread_closed"
    case threadTooOld = "thread_too_old"
    case threadUnknown = "thread_unknown"
    case threadForeign = "thread_foreign"
    case duplicate
    case flood
    case trustedAuthor = "trusted_author"
    case verifiedAuthor = "verified_author"
    case invalidAuthorToken = "invalid_author_token"
    case impersonation
    case blockedWord = "blocked_word"
    case patternLimit = "pattern_limit"
    case ruleRemove = "rule_remove"
    case ruleSpam = "rule_spam"
    case ruleFilter = "rule_filter"
    case ruleReport = "rule_report"
    case ruleApprove = "rule_approve"
    case ruleMatch = "rule_match"
    case ruleAnswer = "rule_answer"
    case holdAll = "hold_all"
    case linkLimit = "link_limit"
    case heldWord = "held_word"
    case notPreviouslyApproved = "not_previously_approved"
    case discarded
    case probableSpam = "probable_spam"
    case possibleSpam = "possible_spam"

    var phase: Phase.Name {
        switch self {
        case .senderIDTaken, .parentDropped, .honeypot, .ruleAnswer: .validity
        case .threadClosed, .threadTooOld, .threadUnknown, .threadForeign: .thread
        case .duplicate: .duplicate
        case .flood: .flood
        case .trustedAuthor, .verifiedAuthor, .invalidAuthorToken, .impersonation: .trustedAuthor
        case .blockedWord: .blockedWords
        case .patternLimit, .ruleRemove, .ruleSpam, .ruleFilter: .removalRules
        case .ruleReport, .ruleApprove, .ruleMatch: .otherRules
        case .holdAll: .holdAll
        case .linkLimit: .links
        case .heldWord: .heldWords
        case .notPreviouslyApproved: .previouslyApproved
        case .discarded, .probableSpam, .possibleSpam: .spam
        }
    }
}

extension Symbol {
    /// Of a rule with that action.
    init(_ action: RuleAction?) {
        self =
            switch action {
            case .remove: .ruleRemove
            case .spam: .ruleSpam
            case .filter: .ruleFilter
            case .report: .ruleReport
            case .approve: .ruleApprove
            case nil: .ruleMatch
            }
    }
}
