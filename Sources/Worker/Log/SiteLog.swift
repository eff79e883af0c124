import Logging
import Settings

/// The log of a site: lines on standard error, as text or as one JSON object each. No line names an e-mail or IP address.
enum SiteLog {
    static func logger(_ settings: Settings.Log, site: Site) -> Logger {
        var logger = Logger(label: site.root) { label in LineLogHandler(site: label, format: settings.format) }
        logger.logLevel = Logger.Level(rawValue: settings.level.rawValue) ?? .info
        return logger
    }
}
