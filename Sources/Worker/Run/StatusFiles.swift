import Comments
import Glibc
import Intake
import Outbox
import Settings

/// Writes `Outbox/status/`: figures for machines and people, replaced whole. They are figures of the moment, so nothing is synced.
struct StatusFiles {
    private let open: OpenSite

    init(_ open: OpenSite) { self.open = open }

    /// - Parameter summary: of the run that is done; nil where it failed.
    func write(after summary: RunSummary?, at now: Timestamp) throws {
        if let summary { try open.ledger.note(.lastRun, LastRun(summary, finishedAt: now).note) }
        let report = try open.statusReport(at: now)
        try replace(OutboxPaths.statusJSON, report.json())
        try replace(OutboxPaths.statusMetrics, report.metrics())
        try replace(OutboxPaths.statusPage, report.html())
    }

    private func replace(_ path: String, _ bytes: [UInt8]) throws {
        let target = open.site.outbox + "/" + path
        let temporary = target + ".tmp"
        let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw OutboxError(target) }
        defer { close(file) }
        do {
            try FileBytes.write(bytes, to: file, path: target)
            guard rename(temporary, target) == 0 else { throw OutboxError(target) }
        } catch {
            unlink(temporary)
            throw error
        }
    }
}

extension OpenSite {
    /// How the desk is doing now.
    public func statusReport(at now: Timestamp? = nil) throws -> StatusReport {
        let now = now ?? Clock.now()
        let figures = try ledger.statistics(at: now)
        let scan = try InboxDirectory(site.inbox).scan(now: now)
        let backlog = StatusReport.Backlog(
            deliveries: scan.entries.count,
            bytes: scan.entries.reduce(0) { $0 + Int64($1.identity.size) },
            oldest: scan.entries.first?.modifiedAt
        )
        let spam = settings.spam
        return StatusReport(
            version: Version.text,
            at: now,
            site: settings.site.title,
            counts: figures.counts,
            threads: figures.threads,
            moderatorActions: figures.moderatorActions,
            backlog: backlog,
            oldestHeld: figures.oldestHeld,
            lastHour: figures.lastHour,
            lastDay: figures.lastDay,
            hours: figures.hours,
            lastRun: LastRun(try ledger.note(.lastRun)).map {
                StatusReport.Run(
                    finishedAt: $0.finishedAt,
                    seconds: $0.seconds,
                    deliveries: $0.deliveries,
                    comments: $0.comments
                )
            },
            lastError: LastError(try ledger.note(.lastError)).map {
                StatusReport.Failure(at: $0.at, message: $0.message)
            },
            classifier: StatusReport.Classifier(
                ham: figures.learned.ham,
                spam: figures.learned.spam,
                minLearned: spam.minLearned,
                holdAbove: spam.holdAbove,
                spamAbove: spam.spamAbove,
                discardAbove: spam.discardAbove
            ),
            diskFree: freeBytes(site.outbox)
        )
    }

    private func freeBytes(_ path: String) -> Int64? {
        var figures = statvfs()
        guard statvfs(path, &figures) == 0 else { return nil }
        return Int64(figures.f_bavail) * Int64(figures.f_frsize)
    }
}
