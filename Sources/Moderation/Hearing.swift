import Comments
import Rules

/// One comment before the judge: what is known of it, and the signals reported so far.
struct Hearing {
    let policy: Policy
    let analysis: Analysis
    let history: any History
    /// nil where nothing is known of the thread.
    let thread: ThreadRecord?
    /// Whom it answers, where that comment can be answered.
    let parent: CommentID?
    let authorProof: AuthorProof
    /// The key of the comment in its place: as a reply where it is one.
    let duplicateKey: Int64
    /// The sender's id; nil where it is taken.
    let senderID: String?
    /// What was found when the comment was first judged; nil the first time.
    let remembered: [Signal]?
    /// Whether a moderator changed the comment since it came.
    var isEdited = false
    /// What the rules said; nothing before they were asked.
    var rules = RuleOutcome.none
    private(set) var signals: [Signal] = []

    var comment: Comment { analysis.comment }

    init(_ analysis: Analysis, policy: Policy, history: any History) throws {
        self.policy = policy
        self.analysis = analysis
        self.history = history
        let address = analysis.comment.thread.canonical
        thread = try history.thread(address)
        authorProof = try AuthorProof(
            of: analysis.comment,
            emailKey: analysis.keys.email,
            policy: policy,
            history: history
        )
        let answered = try Answered(analysis.comment, history: history)
        parent = answered.parent
        duplicateKey = analysis.keys.duplicate(under: answered.parent, keys: policy.keys)
        let id = analysis.comment.senderID
        senderID = try id.map { try history.isSenderIDTaken($0, in: address) } == false ? id : nil
        remembered = nil
        if let reason = answered.reason { note(.parentDropped, reason) }
    }

    /// Of a comment that is judged again.
    init(
        _ analysis: Analysis,
        again remembered: [Signal],
        parent: CommentID?,
        policy: Policy,
        history: any History
    ) throws {
        self.policy = policy
        self.analysis = analysis
        self.history = history
        self.parent = parent
        self.remembered = remembered
        thread = try history.thread(analysis.comment.thread.canonical)
        authorProof = analysis.comment.author.isVerified ? .verified : .none
        duplicateKey = analysis.keys.duplicate(under: parent, keys: policy.keys)
        senderID = analysis.comment.senderID
    }

    mutating func add(_ signal: Signal) { signals.append(signal) }

    mutating func note(_ finding: Finding, in phase: Phase.Name) { signals.append(Signal(phase, finding)) }

    mutating func note(_ symbol: Symbol, _ note: String, _ effect: Signal.Effect = .none, problem: Problem? = nil) {
        add(Signal(symbol.phase, Finding(symbol.rawValue, note: note), effect, problem: problem))
    }

    mutating func settle(_ verdict: Verdict, _ symbol: Symbol, _ text: String) {
        note(symbol, text, .settles(verdict))
    }

    /// Settles rejected; `advice` is for the sender.
    mutating func reject(_ symbol: Symbol, _ text: String, _ code: Problem.Code, field: String, _ advice: String) {
        note(symbol, text, .settles(.rejected), problem: Problem(code, field: field, message: advice))
    }

    /// - Parameter liftable: whether a rule's approval lifts it.
    mutating func hold(_ symbol: Symbol, liftable: Bool, _ text: String) {
        note(symbol, text, .raises(.held, liftable: liftable))
    }
}
