/// Threads read or made in a transaction, by canonical address. A comment asks for its thread several times, so the one asked for last is
/// at hand.
struct ThreadRows {
    private var rows: [String: ThreadRow] = [:]
    private var latest: ThreadRow?

    subscript(canonical: String) -> ThreadRow? {
        mutating get {
            if let latest, latest.record.address.canonical == canonical { return latest }
            guard let row = rows[canonical] else { return nil }
            latest = row
            return row
        }
        set {
            rows[canonical] = newValue
            latest = newValue
        }
    }
}
