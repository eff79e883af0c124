import Text

/// Why the ledger cannot be used.
public enum LedgerError: Error, Sendable, CustomStringConvertible {
    /// The database was written by a newer version; it is left as it is.
    case newerVersion(path: String)
    /// The database is damaged or no database at all.
    case corrupt(path: String, detail: String)
    /// Reading or writing failed: no space, no permission, a device error.
    case unavailable(path: String, detail: String)
    case unknownComment(String)
    case unknownThread(String)
    case unknownAction(Int64)
    /// The action cannot be done to that comment as it stands.
    case notApplicable(String)

    public var description: String {
        switch self {
        case .newerVersion(let path):
            "\(path) was written by a newer version of moderato; install that version or use another site"
        case .corrupt(let path, let detail):
            "\(path) is damaged (\(detail)); stop moderato, put a backup in its place, or what can be salvaged with "
                + "sqlite3 \(path) .dump | sed 's/^ROLLBACK.*/COMMIT;/' | sqlite3 salvaged.sqlite and run 'moderato outbox rebuild'"
        case .unavailable(let path, let detail): "\(path): \(detail); free space or mend the permissions and run again"
        case .unknownComment(let id): "no comment \(id.shortened()); 'moderato list' shows the ids"
        case .unknownThread(let name): "no thread \(name.shortened(to: 120)); 'moderato threads list' shows them"
        case .unknownAction(let number):
            "no action \(number) that can be undone; 'moderato show ID' lists the actions of a comment"
        case .notApplicable(let reason): reason
        }
    }
}
