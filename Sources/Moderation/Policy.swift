import Comments
import Settings
import Spam

/// The settings as the phases ask for them, prepared once and shared by all hearings.
final class Policy: Sendable {
    let settings: Settings
    let keys: SiteKeys
    let book: RuleBook
    let titles: TitleSearch?
    let spam: SpamFilter
    /// Keys of the e-mail addresses of `moderation.trusted`.
    let trusted: Set<Int64>
    let site: SiteAddress?

    init(settings: Settings, keys: SiteKeys, book: RuleBook, spam: SpamFilter) {
        self.settings = settings
        self.keys = keys
        self.book = book
        titles = TitleSearch(book)
        self.spam = spam
        trusted = Set(settings.moderation.trusted.map { IndexKeys.email($0, keys: keys) })
        site = SiteAddress(settings.site.url)
    }
}
