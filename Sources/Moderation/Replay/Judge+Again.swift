public import Comments
import Spam

extension Judge {
    /// Judges a stored comment again with today's word lists, rules, model and thresholds.
    ///
    /// What the past said when it was first judged (duplicate, flood, thread, author and neighbours) stands as its decision has it: the past has changed
    /// since, not least by the comment itself.
    /// - Parameter decision: the worker's own on the comment.
    /// - Throws: what the history throws.
    public func judge(
        _ analysis: Analysis,
        again decision: Decision,
        parent: CommentID?,
        history: any History
    ) throws -> Judgement {
        let remembered = decision.findings.map { Signal($0, of: decision) }
        var hearing = try Hearing(analysis, again: remembered, parent: parent, policy: policy, history: history)
        for phase in Phase.inOrder {
            if phase.asksPast {
                for signal in remembered where signal.phase == phase.name { hearing.add(signal) }
            } else {
                try phase.report(&hearing)
            }
        }
        return Judgement(hearing)
    }
}

extension Phase {
    /// Whether its answer rests on the time of judgement, and is remembered when a comment is judged again.
    fileprivate var asksPast: Bool {
        switch name {
        case .validity, .thread, .duplicate, .flood, .trustedAuthor, .previouslyApproved: true
        case .blockedWords, .removalRules, .holdAll, .links, .heldWords, .otherRules, .spam: false
        }
    }
}
