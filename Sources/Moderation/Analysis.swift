public import Comments
public import Markup
import Patterns
import Rules
public import Spam

/// What a comment says of itself, without the past: the pure half of moderation, found in parallel. An object, so that
/// handing it on copies nothing.
public final class Analysis: Sendable {
    public let comment: Comment
    public let rendered: RenderedBody
    public let keys: IndexKeys
    /// Links as WordPress counts them; 0 where `moderation.maxLinks` is.
    public let linkCount: Int
    public let words: WordHits
    /// What rules look at, and their patterns that were found in it.
    let subject: RuleSubject
    let hits: PatternHits
    /// Prior, classifier and the heuristics that need no history.
    public let spam: SpamAnalysis
    /// Keys of the hosts that the text links to, the site's own left out.
    public let hostKeys: [Int64]
    /// Digest of the settings, word lists and rules that decide.
    public let ruleSet: String
    /// Version of the classifier's model that was asked.
    public let model: String

    init(
        comment: Comment,
        rendered: RenderedBody,
        keys: IndexKeys,
        linkCount: Int,
        words: WordHits,
        subject: RuleSubject,
        hits: PatternHits,
        spam: SpamAnalysis,
        hostKeys: [Int64],
        ruleSet: String,
        model: String
    ) {
        self.comment = comment
        self.rendered = rendered
        self.keys = keys
        self.linkCount = linkCount
        self.words = words
        self.subject = subject
        self.hits = hits
        self.spam = spam
        self.hostKeys = hostKeys
        self.ruleSet = ruleSet
        self.model = model
    }
}
