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

    /// - Parameter rules: a directory of rules other than the site's, to judge by anew; patterns compiled of them are not kept, and the spam model is left alone.
    /// - Throws: what the settings, rules, word lists and weights are refused for.
    init(_ open: OpenSite, rules: String? = nil) throws {
        let (site, settings, keys) = (open.site, open.settings, open.keys)
        decoder = SubmissionDecoder(settings: settings, keys: keys)
        let book = try RuleBook(
            block: try WordListFile.read(site.path(settings.words.block)),
            moderate: try WordListFile.read(site.path(settings.words.moderate)),
            directory: rules ?? site.path("Rules"),
            cache: rules == nil ? site.state + "/patterns.db" : nil
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
