import Comments
import Glibc
import JSON
import Logging
import Settings

/// Writes an event as one line, at once. A text line begins with the level as `<4>` where journald reads standard error (sd-daemon(3)).
struct LineLogHandler: LogHandler {
    let site: String
    let format: LogFormat
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    private static let isJournal = getenv("JOURNAL_STREAM") != nil

    init(site: String, format: LogFormat) {
        self.site = site
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = format == .json ? json(event) : text(event)
        _ = write(STDERR_FILENO, line, line.count)
    }

    private func text(_ event: LogEvent) -> [UInt8] {
        let prefix = Self.isJournal ? "<\(priority(event.level))>" : ""
        let level = event.level >= .warning ? "\(event.level): " : ""
        let message = "\(event.message)".split(whereSeparator: \.isNewline).joined(separator: " ")
        return Array("\(prefix)moderato: \(level)\(message)\n".utf8)
    }

    private func json(_ event: LogEvent) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("time", Clock.now().description)
            json.field("level", event.level.rawValue)
            json.field("site", site)
            json.field("message", "\(event.message)")
        }
        json.newline()
        return json.bytes
    }

    /// syslog(3).
    private func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
