import Comments
import Glibc
import Ledger
import Logging
import Markup
import Moderation
import Outbox
import Settings
import Text

/// A site with its settings, keys and ledger at hand. Used by one task at a time.
public final class OpenSite {
    public let site: Site
    public let settings: Settings
    public let ledger: Ledger
    let keys: SiteKeys
    let siteAddress: SiteAddress?
    let log: Logger
    private var outboxContext: OutboxContext?
    private var ownersTemplates: [String: String]?

    /// - Throws: `WorkerError.noSite`, `SettingsError`, `SiteError`, `LedgerError`.
    public init(_ site: Site) throws {
        var status = stat()
        guard stat(site.inbox, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw WorkerError.noSite(site.root)
        }
        self.site = site
        settings = try Settings.load(site.settingsFile)
        siteAddress = SiteAddress(settings.site.url)
        log = SiteLog.logger(settings.log, site: site)
        if [site.state, site.rejected, site.mail].contains(where: { access($0 as String, F_OK) != 0 }) {
            try site.makeDirectories()
        }
        keys = SiteKeys(secret: try site.secret())
        ledger = try Ledger(path: site.state + "/ledger.sqlite", keepsItems: settings.outbox.items == .files)
        if settings.notify.approved { ledger.notices.insert(.approved) }
        if settings.notify.author { ledger.notices.insert(.author) }
    }

    /// How the outbox is rendered; made when it is first asked for.
    var context: OutboxContext {
        get throws {
            if let outboxContext { return outboxContext }
            let context = try OutboxContext(
                settings: settings,
                keys: keys,
                markup: MarkupCleaner(MarkupOptions(settings)),
                templates: try templates
            )
            outboxContext = context
            return context
        }
    }

    /// The owner's templates, read once.
    var templates: [String: String] {
        get throws {
            if let ownersTemplates { return ownersTemplates }
            let templates = try TemplateFolder.read(site.templates)
            ownersTemplates = templates
            return templates
        }
    }

    /// The thread that an address or slug means here.
    /// - Throws: `LedgerError.unknownThread` where it can be no thread.
    func address(ofThread name: String) throws -> ThreadAddress {
        guard let address = try? ThreadAddress(name.nfc.trimmed, on: siteAddress) else {
            throw LedgerError.unknownThread(name)
        }
        return address
    }

    /// The canonical address of the thread that an address or slug means here.
    public func canonical(thread: String) throws -> String { try address(ofThread: thread).canonical }

    func slug(of address: ThreadAddress) -> String { ThreadSlug.slug(of: address, on: siteAddress) }
}
