import Comments
import Spam

extension Signal {
    /// A finding as a stored decision has it, with what it did then.
    init(_ finding: Finding, of decision: Decision) {
        if let symbol = Symbol(rawValue: finding.symbol) {
            self.init(symbol.phase, finding, symbol.effect(in: decision))
        } else if finding.tag != nil {
            self.init(.otherRules, finding)
        } else {
            self.init(Self.spamSymbols.contains(finding.symbol) ? .spam : .validity, finding)
        }
    }

    private static let spamSymbols = Set(Heuristic.all.map(\.symbol) + ["prior", "classifier", "calibration"])
}

extension Symbol {
    fileprivate func effect(in decision: Decision) -> Signal.Effect {
        func rejects(_ code: Problem.Code) -> Bool { decision.problems.contains { $0.code == code.rawValue } }
        switch self {
        case .senderIDTaken, .parentDropped, .verifiedAuthor, .invalidAuthorToken, .patternLimit, .ruleMatch:
            return .none
        case .ruleAnswer: return .settles(.held)
        case .honeypot: return .settles(.spam)
        case .threadClosed, .threadTooOld: return .settles(.rejected)
        case .threadUnknown: return rejects(.threadNotFound) ? .settles(.rejected) : .raises(.held, liftable: false)
        case .duplicate: return .settles(rejects(.duplicate) ? .rejected : .spam)
        case .flood: return rejects(.flood) ? .settles(.rejected) : .raises(.held, liftable: false)
        case .trustedAuthor: return .settles(.approved)
        case .blockedWord: return .settles(decision.verdict == .spam ? .spam : .trashed)
        case .ruleRemove: return .settles(.trashed)
        case .ruleSpam: return .settles(.spam)
        case .ruleFilter: return .settles(.held)
        case .ruleApprove: return .lifts
        case .threadForeign, .impersonation, .holdAll, .ruleReport: return .raises(.held, liftable: false)
        case .linkLimit, .heldWord, .notPreviouslyApproved: return .raises(.held, liftable: true)
        case .discarded, .probableSpam, .possibleSpam: return .concludes
        }
    }
}
