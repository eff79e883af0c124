import Comments
import Digests
import Markup
import Settings

/// What every rendering needs to know of the site. Made once a run and shared; nothing in it reads a clock or a disk.
public final class OutboxContext: Sendable {
    public let settings: Settings
    let keys: SiteKeys
    let markup: MarkupCleaner
    /// The host of `site.url`; `localhost` where it is not set.
    let host: String
    let phrases: Phrases
    let dates: DateStyle
    /// Notices are in English.
    let mailDates: DateStyle
    let templates: PageTemplates

    /// - Parameter overrides: the owner's templates, by file name without `.mustache`: `comments`, `comment`, `form`, `form-action`.
    /// - Throws: `TemplateError` where an override is not Mustache.
    public init(
        settings: Settings,
        keys: SiteKeys,
        markup: MarkupCleaner,
        templates overrides: [String: String] = [:]
    ) throws(TemplateError) {
        self.settings = settings
        self.keys = keys
        self.markup = markup
        host = Self.host(of: settings.siteURL)
        phrases = Phrases.of(settings.site.language)
        dates = DateStyle(phrases: phrases, timeZone: settings.site.timezone)
        mailDates = DateStyle(phrases: .english, timeZone: settings.site.timezone)
        templates = try PageTemplates(overrides: overrides, phrases: phrases, settings: settings)
    }

    /// Changes with everything that a rendering depends on besides the ledger.
    /// - Parameter templates: the owner's, by name.
    public static func fingerprint(settings: Settings, templates: [String: String], version: String) -> String {
        let (site, markup) = (settings.site, settings.markup)
        let texts = [
            version, site.title, site.url, site.language, site.timezone, settings.honeypot, settings.outboxURL,
            settings.outbox.items.rawValue, settings.privacy.authorKeys.rawValue, markup.format.rawValue, markup.links,
        ]
        let numbers = [settings.outbox.pageSize, settings.moderation.maxDepth, settings.feeds.items].map { String($0) }
        let flags = [
            settings.require.nameAndEmail, markup.typographicQuotes, markup.smilies, settings.feeds.archives,
        ].map { $0 ? "yes" : "no" }
        let parts = texts + numbers + flags + templates.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return SHA256.digest(parts.joined(separator: "\0")).hex()
    }

    /// Where a file of `Outbox/public/` is served.
    func url(_ path: String) -> String { settings.outboxURL + path }

    private static func host(of url: String) -> String {
        let authority = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        let name = authority.hasPrefix("[") ? authority : authority.prefix { $0 != ":" }
        return name.isEmpty ? "localhost" : name.lowercased()
    }
}
