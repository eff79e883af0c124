import Comments
import Settings

/// The settings as the phases ask for them, prepared once and shared by all hearings.
final class Policy: Sendable {
    let settings: Settings
    let keys: SiteKeys
    /// Keys of the e-mail addresses of `moderation.trusted`.
    let trusted: Set<Int64>
    let site: SiteAddress?

    init(settings: Settings, keys: SiteKeys) {
        self.settings = settings
        self.keys = keys
        trusted = Set(settings.moderation.trusted.map { IndexKeys.email($0, keys: keys) })
        site = SiteAddress(settings.site.url)
    }
}
