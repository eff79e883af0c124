public import Comments
import Spam

extension Judge {
    /// Judges a stored comment again with today's word lists, rules, model and thresholds, or with today's rules alone.
    ///
    /// What the past said when it was first judged (duplicate, flood, thread, author and neighbours) stands as its decision has it: the past has changed
    /// since, not least by the comment itself.
    /// - Parameters:
    ///   - decision: what was found then.
    ///   - isEdited: whether a moderator changed the comment since.
    /// - Throws: what the history throws.
    public func judge(
        _ analysis: Analysis,
        again decision: Decision,
        renewing renewal: Renewal = .everything,
        parent: CommentID?,
        isEdited: Bool = false,
        history: any History
    ) throws -> Judgement {
        let remembered = decision.findings.map { Signal($0, of: decision) }
        var hearing = try Hearing(analysis, again: remembered, parent: parent, policy: policy, history: history)
        hearing.isEdited = isEdited
        for phase in Phase.inOrder {
            if renewal.asks(phase.name) {
                try phase.report(&hearing)
            } else {
                for signal in remembered where signal.phase == phase.name { hearing.add(signal) }
            }
        }
        return Judgement(hearing)
    }

    /// The worker's own verdict by what it found, whatever a moderator made of it; by today's thresholds.
    public func verdict(of decision: Decision) -> Verdict {
        Outcome(of: decision.findings.map { Signal($0, of: decision) }, thresholds: policy.settings.spam).verdict
    }
}
