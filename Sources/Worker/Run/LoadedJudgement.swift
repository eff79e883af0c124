import Comments
import Intake
import Moderation
import Settings
import Spam

/// Everything that decides, loaded from the site: settings, rules, word lists, the spam model and what is compiled from
/// them.
public struct LoadedJudgement: Sendable {
    let decoder: SubmissionDecoder
    private(set) var analyzer: Analyzer
    let judge: Judge

    /// - Parameters:
    ///   - rules: a directory of rules other than the site's, to judge by anew; what is made of them is not kept, and the spam model is left alone.
    ///   - progress: is told how many patterns are about to be compiled, where that takes a while.
    /// - Throws: what the settings, rules, word lists and weights are refused for.
    init(_ open: OpenSite, rules: String? = nil, progress: (Int) -> Void = { _ in }) throws {
        let (settings, keys) = (open.settings, open.keys)
        decoder = SubmissionDecoder(settings: settings, keys: keys)
        let book = try RuleBook(
            accepting: try open.ruleSources(rules),
            cache: rules == nil ? open.ruleCache : nil,
            progress: progress
        )
        let spam = rules == nil ? try open.spamFilter(open.spamModel()) : SpamFilter(model: Model())
        analyzer = Analyzer(settings: settings, keys: keys, book: book, spam: spam)
        judge = Judge(settings: settings, keys: keys, book: book, spam: spam)
    }

    /// Takes over what moderators taught since.
    mutating func learn(from open: OpenSite) throws {
        guard try open.ledger.learned().lineage != analyzer.spam.model.lineage else { return }
        analyzer.spam.model = try open.spamModel(since: analyzer.spam.model)
    }
}
