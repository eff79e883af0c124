public import Comments
import Markup
import Patterns
import Rules
public import Settings
public import Spam

/// The parallel half of moderation: finds out what a comment says of itself. Needs no history, so that a batch can be shared among cores.
public struct Analyzer: Sendable {
    private let settings: Settings
    let keys: SiteKeys
    let site: SiteAddress?
    private let cleaner: MarkupCleaner
    private let book: RuleBook
    private let ruleSet: String
    /// The filter as it stands; its model is replaced when it has learnt.
    public var spam: SpamFilter {
        didSet { model = spam.model.version }
    }
    private var model: String

    public init(settings: Settings, keys: SiteKeys, book: RuleBook, spam: SpamFilter = SpamFilter(model: Model())) {
        self.settings = settings
        self.keys = keys
        self.book = book
        self.spam = spam
        model = spam.model.version
        site = SiteAddress(settings.site.url)
        cleaner = MarkupCleaner(MarkupOptions(settings))
        ruleSet = RuleSetDigest.text(settings, book: book, spam: spam)
    }

    /// Working memory; one for each task that analyses.
    /// - Throws: `AnalyzerError.outOfMemory`.
    public func makeScratch() throws(AnalyzerError) -> Scratch { Scratch(scanner: try book.makeScanner()) }

    public final class Scratch {
        let scanner: PatternScanner
        var markup = MarkupRoom()
        var words = WordTexts()
        var spam = SpamFilter.Scratch()

        init(scanner: PatternScanner) { self.scanner = scanner }
    }

    public func analyze(_ comment: consuming Comment, scratch: Scratch) -> Analysis {
        let format = comment.format ?? settings.markup.format
        let rendered = cleaner.render(comment.body, format: format, room: &scratch.markup)
        let stored = StoredBody(comment.body)
        let storedName = AuthorNameFilter.stored(comment.author.name)
        let subject = book.rules.isEmpty ? RuleSubject() : RuleSubject(comment, rendered, site: site)
        scratch.words.read(comment, storedName: storedName, stored, rendered, format: format)
        let hits = book.hits(scratch.words, subject, scratch.scanner)
        let spamAnalysis = spam.analyze(SpamSample(comment), scratch: &scratch.spam)
        let indexKeys = IndexKeys(comment, storedName: storedName, stored, keys: keys)
        return Analysis(
            comment: comment,
            rendered: rendered,
            keys: indexKeys,
            linkCount: settings.moderation.maxLinks > 0 ? Self.linkCount(stored, rendered, format: format) : 0,
            words: book.wordHits(hits),
            subject: subject,
            hits: hits,
            spam: spamAnalysis,
            hostKeys: hostKeys(spamAnalysis.hosts),
            ruleSet: ruleSet,
            model: model
        )
    }

    /// As WordPress counts, and never fewer than are shown: Markdown has links that WordPress does not know.
    private static func linkCount(_ body: StoredBody, _ rendered: RenderedBody, format: BodyFormat) -> Int {
        max(LinkCounter.count(in: body), format == .markdown ? rendered.links.count : 0)
    }
}

extension MarkupOptions {
    public init(_ settings: Settings) {
        let site = SiteAddress(settings.site.url)
        self.init(
            format: settings.markup.format,
            rel: settings.markup.links,
            siteHost: site?.host,
            siteOrigin: site?.origin,
            typographicQuotes: settings.markup.typographicQuotes,
            smilies: settings.markup.smilies
        )
    }
}
