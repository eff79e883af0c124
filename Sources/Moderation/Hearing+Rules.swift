import Comments
import Patterns
import Rules

extension Hearing {
    /// What the rules say of the comment, given what the ledger knows of post and author.
    func ruleOutcome() throws -> RuleOutcome {
        let book = policy.book
        guard !book.rules.isEmpty else { return .none }
        var subject = analysis.subject
        subject.postTitle = thread?.title ?? comment.title ?? ""
        var hits = analysis.hits
        if let titles = policy.titles { hits = hits.union(try titles.hits(in: subject.postTitle)) }
        return book.rules.evaluate(subject, facts: try ruleFacts(), hits: hits)
    }

    private func ruleFacts() throws -> RuleFacts {
        let isVerified = authorProof == .verified
        var facts = RuleFacts(
            isTrusted: isByTrustedAuthor,
            isPostAuthor: isVerified && wrotePost,
            isVerified: isVerified,
            isPostListed: thread?.isListed == true,
            isReply: parent != nil,
            isEdited: isEdited
        )
        let rules = policy.book.rules
        if rules.asksAuthorsPast || (isVerified && rules.asksForContributors), let key = analysis.keys.author,
            let author = try history.author(key)
        {
            facts.approvedComments = author.approvedCount
            facts.secondsKnown = max(0, Double(comment.submittedAt.milliseconds - author.firstSeen.milliseconds) / 1000)
            facts.isContributor = isVerified && author.approvedCount > 0
        }
        return facts
    }

    private var wrotePost: Bool {
        guard let email = thread?.authorEmail, let key = analysis.keys.email else { return false }
        return IndexKeys.email(email, keys: policy.keys) == key
    }
}
