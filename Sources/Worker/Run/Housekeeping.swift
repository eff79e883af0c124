import Comments
import Ledger
import Settings

/// Takes away what the settings say is kept no longer.
struct Housekeeping {
    private let open: OpenSite
    /// Seconds between purges.
    private static let interval: Int64 = 6 * 3600

    init(_ open: OpenSite) { self.open = open }

    func purgeWhenDue(at now: Timestamp) throws {
        let last = try open.ledger.note(.lastPurge).flatMap { Timestamp(rfc3339: $0) }
        if let last, now.seconds - last.seconds < Self.interval, now >= last { return }
        let retention = open.settings.retention
        let limits = RetentionLimits(
            spam: retention.spam.wholeSeconds,
            trash: retention.trash.wholeSeconds,
            rejected: retention.rejected.wholeSeconds,
            ip: retention.ip.wholeSeconds,
            deliveries: retention.deliveries.wholeSeconds
        )
        try open.ledger.transaction { transaction in
            _ = try transaction.purge(limits, at: now)
            try transaction.set(.lastPurge, to: now.description)
        }
    }
}

extension Duration {
    var wholeSeconds: Int64 { components.seconds }
}
