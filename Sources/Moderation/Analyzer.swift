public import Comments
import Markup
import Patterns
public import Settings
public import Spam

/// The parallel half of moderation: finds out what a comment says of itself. Needs no history, so that a batch can be shared among cores.
public struct Analyzer: Sendable {
    private let settings: Settings
    private let keys: SiteKeys
    private let cleaner: MarkupCleaner
    /// Reads a body as it was typed, where `cleaner` would put other characters for quotes and smilies.
    private let plainCleaner: MarkupCleaner?
    private let words: WordLists
    private let ruleSet: String
    /// The filter as it stands; its model is replaced when it has learnt.
    public var spam: SpamFilter

    public init(
        settings: Settings,
        keys: SiteKeys,
        words: WordLists,
        spam: SpamFilter = SpamFilter(model: Model())
    ) {
        self.settings = settings
        self.keys = keys
        self.words = words
        self.spam = spam
        ruleSet = RuleSetDigest.text(settings, words: words)
        var options = MarkupOptions(settings)
        cleaner = MarkupCleaner(options)
        if options.typographicQuotes || options.smilies {
            options.typographicQuotes = false
            options.smilies = false
            plainCleaner = MarkupCleaner(options)
        } else {
            plainCleaner = nil
        }
    }

    /// Working memory; one for each task that analyses.
    /// - Throws: `AnalyzerError.outOfMemory`.
    public func makeScratch() throws(AnalyzerError) -> Scratch { Scratch(words: try words.makeScanner()) }

    public final class Scratch {
        let words: WordLists.Scanner
        var spam = SpamFilter.Scratch()

        init(words: WordLists.Scanner) { self.words = words }
    }

    public func analyze(_ comment: Comment, scratch: Scratch) -> Analysis {
        let format = comment.format ?? settings.markup.format
        let rendered = cleaner.render(comment.body, format: format)
        let typed = plainCleaner?.render(comment.body, format: format) ?? rendered
        let stored = StoredBody(comment.body)
        let spamAnalysis = spam.analyze(SpamSample(comment), scratch: &scratch.spam)
        return Analysis(
            comment: comment,
            rendered: rendered,
            keys: IndexKeys(comment, stored, keys: keys),
            linkCount: settings.moderation.maxLinks > 0 ? Self.linkCount(stored, rendered, format: format) : 0,
            words: scratch.words.hits(in: WordTexts(comment, stored, typed, format: format)),
            spam: spamAnalysis,
            hostKeys: spamAnalysis.hosts.map { keys.equalityKey("host\n" + $0) },
            ruleSet: ruleSet,
            model: spam.model.version
        )
    }

    /// As WordPress counts, and never fewer than are shown: Markdown has links that WordPress does not know.
    private static func linkCount(_ body: StoredBody, _ rendered: RenderedBody, format: BodyFormat) -> Int {
        max(LinkCounter.count(in: body), format == .markdown ? rendered.links.count : 0)
    }
}

extension MarkupOptions {
    public init(_ settings: Settings) {
        self.init(
            format: settings.markup.format,
            rel: settings.markup.links,
            siteHost: SiteAddress(settings.site.url)?.host,
            typographicQuotes: settings.markup.typographicQuotes,
            smilies: settings.markup.smilies
        )
    }
}
