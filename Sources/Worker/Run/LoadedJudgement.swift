import Comments
import Intake
import Moderation
import Settings

/// Everything that decides, loaded from the site: settings, word lists and what is compiled from them.
public struct LoadedJudgement: Sendable {
    let decoder: SubmissionDecoder
    let analyzer: Analyzer
    let judge: Judge

    /// - Throws: what the settings, rules and word lists are refused for.
    init(_ site: Site, settings: Settings, keys: SiteKeys) throws {
        decoder = SubmissionDecoder(settings: settings, keys: keys)
        let book = try RuleBook(
            block: try WordListFile.read(site.path(settings.words.block)),
            moderate: try WordListFile.read(site.path(settings.words.moderate)),
            directory: site.path("Rules"),
            cache: site.state + "/patterns.db"
        )
        analyzer = Analyzer(settings: settings, keys: keys, book: book)
        judge = Judge(settings: settings, keys: keys, book: book)
    }
}
