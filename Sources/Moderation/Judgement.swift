public import Comments
public import Rules
public import Spam

/// What was decided on one comment, and what the ledger keeps with it.
public struct Judgement: Sendable {
    public var decision: Decision
    /// Whom it answers, resolved; nil at the top level.
    public var parent: CommentID?
    /// The sender's own id; nil where an earlier comment of the thread has it.
    public var senderID: String?
    /// Whether a valid author token proved the e-mail address.
    public var isVerified: Bool
    /// Under which the ledger finds the comment again; nil for a submission that is no comment.
    public var keys: IndexKeys?
    /// By what near-duplicates of the text are found; nil for a short text.
    public var signature: Signature?
    /// Keys of the hosts that the text links to.
    public var hostKeys: [Int64]
    /// The rules that matched, with the messages and tags they ask for.
    public var rules: [RuleMatch]
    /// Mail that these rules ask for.
    public var letters: [Letter] = []
    /// What these rules answer in the thread.
    public var answers: [Answer] = []
    /// What the phases reported, in order.
    public var signals: [Signal]

    /// A judgement passed elsewhere, such as with an import.
    public init(
        _ decision: Decision,
        parent: CommentID? = nil,
        senderID: String? = nil,
        isVerified: Bool = false,
        keys: IndexKeys? = nil,
        signature: Signature? = nil,
        hostKeys: [Int64] = []
    ) {
        self.decision = decision
        self.parent = parent
        self.senderID = senderID
        self.isVerified = isVerified
        self.keys = keys
        self.signature = signature
        self.hostKeys = hostKeys
        rules = []
        signals = []
    }

    init(_ hearing: borrowing Hearing) {
        let outcome = Outcome(of: hearing.signals, thresholds: hearing.policy.settings.spam)
        decision = Decision(
            verdict: outcome.verdict,
            score: outcome.score,
            findings: hearing.signals.map(\.finding),
            problems: outcome.verdict == .rejected ? hearing.signals.compactMap(\.problem) : [],
            ruleSet: hearing.analysis.ruleSet,
            model: hearing.analysis.model
        )
        parent = hearing.parent
        senderID = hearing.senderID
        isVerified = hearing.authorProof == .verified
        var keys = hearing.analysis.keys
        keys.duplicate = hearing.duplicateKey
        self.keys = keys
        signature = hearing.analysis.spam.signature
        hostKeys = hearing.analysis.hostKeys
        rules = hearing.rules.matches
        letters = hearing.letters(on: outcome.verdict)
        answers = hearing.answers(on: outcome.verdict)
        signals = hearing.signals
    }

    init(_ refusal: Refusal) {
        signals = refusal.problems.map {
            Signal(.validity, Finding($0.code, note: $0.message), .settles(.rejected), problem: $0)
        }
        decision = Decision(verdict: .rejected, findings: signals.map(\.finding), problems: refusal.problems)
        senderID = refusal.senderID
        hostKeys = []
        rules = []
        isVerified = false
    }
}
