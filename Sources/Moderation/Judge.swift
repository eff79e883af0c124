public import Comments
public import Settings
public import Spam

/// The serial half of moderation: asks the phases in order what they say of an analysed comment, given the past.
///
/// The judgement is a function of analysis, history and settings: the same comments in the same order are judged alike.
public struct Judge: Sendable {
    let policy: Policy

    /// - Parameter spam: the filter whose heuristics look at the comment's neighbours; its model is not asked.
    public init(settings: Settings, keys: SiteKeys, book: RuleBook, spam: SpamFilter = SpamFilter(model: Model())) {
        policy = Policy(settings: settings, keys: keys, book: book, spam: spam)
    }

    /// - Throws: what the history throws, `AnalyzerError.outOfMemory`.
    public func judge(_ analysis: Analysis, history: any History) throws -> Judgement {
        var hearing = try Hearing(analysis, policy: policy, history: history)
        for phase in Phase.inOrder { try phase.report(&hearing) }
        return Judgement(hearing)
    }

    /// What becomes of a submission that is no comment: it is rejected with its problems.
    public func judge(_ refusal: Refusal) -> Judgement { Judgement(refusal) }
}
