import Comments

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
    private(set) var signals: [Signal] = []

    var comment: Comment { analysis.comment }

    init(_ analysis: Analysis, policy: Policy, history: any History) throws {
        self.policy = policy
        self.analysis = analysis
        self.history = history
        let comment = analysis.comment
        thread = try history.thread(comment.thread.canonical)
        authorProof = try AuthorProof(of: comment, emailKey: analysis.keys.email, policy: policy, history: history)
        let answered = try Answered(comment, history: history)
        parent = answered.parent
        duplicateKey = analysis.keys.duplicate(under: answered.parent, keys: policy.keys)
        let id = comment.senderID
        senderID = try id.map { try history.isSenderIDTaken($0, in: comment.thread.canonical) } == false ? id : nil
        if let finding = answered.finding { signals.append(Signal(.validity, finding)) }
    }

    mutating func add(_ signal: Signal) { signals.append(signal) }

    mutating func note(_ finding: Finding, in phase: Phase.Name) { signals.append(Signal(phase, finding)) }

    mutating func note(_ phase: Phase.Name, _ symbol: String, weight: Int = 0, _ note: String) {
        signals.append(Signal(phase, Finding(symbol, weight: weight, note: note)))
    }

    mutating func settle(
        _ phase: Phase.Name,
        _ verdict: Verdict,
        _ symbol: String,
        _ note: String,
        problem: Problem? = nil
    ) {
        signals.append(Signal(phase, Finding(symbol, note: note), .settles(verdict), problem: problem))
    }

    mutating func raise(_ phase: Phase.Name, _ verdict: Verdict, liftable: Bool, _ symbol: String, _ note: String) {
        signals.append(Signal(phase, Finding(symbol, note: note), .raises(verdict, liftable: liftable)))
    }
}
