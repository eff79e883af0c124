import Comments
import Ledger
import Settings

/// Takes away what the settings say is kept no longer.
struct Housekeeping {
    private let open: OpenSite
    /// Most seconds between looks through addresses and deliveries.
    private static let interval: Int64 = 6 * 3600

    init(_ open: OpenSite) { self.open = open }

    private var limits: RetentionLimits {
        let retention = open.settings.retention
        return RetentionLimits(
            spam: retention.spam.wholeSeconds,
            trash: retention.trash.wholeSeconds,
            rejected: retention.rejected.wholeSeconds,
            ip: retention.ip.wholeSeconds,
            deliveries: retention.deliveries.wholeSeconds
        )
    }

    /// Comments go as soon as they are due, the rest a few times a day.
    func purgeWhenDue(at now: Timestamp) throws {
        let limits = limits
        if try open.ledger.hasPurgeable(limits, at: now) {
            try open.ledger.transaction { _ = try $0.purgeComments(limits, at: now) }
        }
        let interval = min(Self.interval, limits.ip / 2, limits.deliveries)
        let last = try open.ledger.note(.lastPurge).flatMap { Timestamp(rfc3339: $0) }
        if let last, now.seconds - last.seconds < interval, now >= last { return }
        try open.ledger.transaction { transaction in
            try transaction.forget(limits, at: now)
            try transaction.set(.lastPurge, to: now.description)
        }
    }
}

extension Duration {
    var wholeSeconds: Int64 { components.seconds }
}
