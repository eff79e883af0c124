import Comments
import Glibc
import Intake
import Ledger
import Logging
import Moderation
import Outbox
import Settings

/// Works through the inbox once: while one batch is judged and recorded, the next is read and analysed.
struct Drain {
    let open: OpenSite
    let judgement: LoadedJudgement
    let options: DrainOptions
    let stop: StopSignal
    let log: Logger

    /// In a long drain the outbox is written in between: not before this time has passed, and at most a tenth of the time is spent on it.
    private static let outboxInterval = Duration.seconds(30)
    private static let outboxShare = 10

    func run(_ scan: InboxScan, in inbox: InboxDirectory, progress: (DrainProgress) -> Void) async throws -> RunSummary
    {
        var summary = RunSummary()
        var done = DrainProgress()
        done.bytesTotal = scan.entries.reduce(0) { $0 + $1.identity.size }
        let source = try BatchSource(
            inbox: inbox,
            entries: scan.entries,
            judgement: judgement,
            keys: open.keys,
            limits: open.settings.limits,
            options: options
        )
        var nextOutbox = ContinuousClock.now + Self.outboxInterval
        var pending = try await source.step()
        while let current = pending {
            switch current {
            case .opened(let delivery):
                try await proceed(delivery, source: source, inbox: inbox, summary: &summary)
                pending = try await source.step()
            case .failed(let message):
                log.error("\(message)")
                summary.waiting += 1
                pending = try await source.step()
            case .batch(let portions):
                async let following = source.step()
                try settle(portions, inbox: inbox, summary: &summary)
                done.comments = summary.comments
                done.bytesDone += Self.bytes(of: portions)
                progress(done)
                if ContinuousClock.now > nextOutbox {
                    let started = ContinuousClock.now
                    try await open.writeOutbox()
                    nextOutbox = .now + max(Self.outboxInterval, (.now - started) * Self.outboxShare)
                }
                let next = try await following
                pending = stop.isRaised ? nil : next
            }
        }
        return summary
    }

    /// Tells where a large delivery is to be read on.
    private func proceed(
        _ delivery: Delivery,
        source: BatchSource,
        inbox: InboxDirectory,
        summary: inout RunSummary
    ) async throws {
        let known = try open.ledger.transaction { try $0.delivery(delivery.key) }
        guard let known else {
            try await source.proceed(from: OpenDelivery.Position(index: 0, offset: 0), arrivedAt: delivery.arrivedAt)
            return
        }
        guard !known.isFinished else {
            try clear(delivery, putAside: known.isPutAside, number: known.number, from: inbox)
            summary.redelivered += 1
            try await source.proceed(from: nil, arrivedAt: known.arrivedAt)
            return
        }
        try await source.proceed(
            from: OpenDelivery.Position(index: known.items, offset: known.offset),
            arrivedAt: known.arrivedAt
        )
    }

    // MARK: Judgement and record

    /// What is to become of a delivery's file once its batch is durable.
    private struct Finished {
        let delivery: Delivery
        let number: Int64
        let isPutAside: Bool
    }

    private func settle(_ portions: [Portion], inbox: InboxDirectory, summary: inout RunSummary) throws {
        let now = Clock.now()
        var finished: [Finished] = []
        var counted = RunSummary()
        try open.ledger.transaction { transaction in
            finished = []
            counted = RunSummary()
            for portion in portions {
                if portion.refusal != nil, portion.delivery.isYoung {
                    counted.waiting += 1
                    counted.unfinished += 1
                    continue
                }
                if let end = try record(portion, in: transaction, at: now, counting: &counted) { finished.append(end) }
            }
        }
        for end in finished {
            try clear(end.delivery, putAside: end.isPutAside, number: end.number, from: inbox)
        }
        summary.add(counted)
    }

    /// Records a portion; the delivery's end where this was its last.
    private func record(
        _ portion: Portion,
        in transaction: LedgerTransaction,
        at now: Timestamp,
        counting summary: inout RunSummary
    ) throws -> Finished? {
        let delivery = portion.delivery
        let known = try transaction.delivery(delivery.key)
        if let known, known.isFinished {
            summary.redelivered += 1
            return Finished(delivery: delivery, number: known.number, isPutAside: known.isPutAside)
        }
        let row =
            try known ?? transaction.begin(delivery: delivery.key, name: delivery.name, arrivedAt: delivery.arrivedAt)
        for item in portion.items {
            try record(item, delivery: row.number, in: transaction, at: now, counting: &summary)
        }
        if let refusal = portion.refusal {
            try transaction.record(refusal.refusal(keys: open.keys), delivery: row.number, slug: open.slug, at: now)
            summary.count(.rejected)
        }
        guard portion.isLast else {
            try transaction.advance(delivery: row.number, items: portion.end.index, offset: portion.end.offset)
            return nil
        }
        try transaction.finish(delivery: row.number, putAside: portion.refusal != nil, at: now)
        summary.deliveries += 1
        return Finished(delivery: delivery, number: row.number, isPutAside: portion.refusal != nil)
    }

    private func record(
        _ item: Portion.Item,
        delivery: Int64,
        in transaction: LedgerTransaction,
        at now: Timestamp,
        counting summary: inout RunSummary
    ) throws {
        switch item {
        case .comment(let analysis):
            let judged = try judgement.judge.judge(analysis, history: transaction)
            try transaction.record(
                analysis.comment,
                judged,
                delivery: delivery,
                slug: open.slug(of: analysis.comment.thread),
                at: now
            )
            summary.count(judged.decision.verdict)
        case .refusal(let refusal):
            let completed = try judgement.judge.completed(refusal, history: transaction)
            try transaction.record(completed, delivery: delivery, slug: open.slug, at: now)
            summary.count(.rejected)
        case .action(let action):
            if let refusal = try TokenAction(action, keys: open.keys).perform(in: transaction, at: now) {
                try transaction.record(refusal, delivery: delivery, slug: open.slug, at: now)
                summary.count(.rejected)
            } else {
                summary.actions += 1
            }
        }
    }

    // MARK: Files

    /// Takes a delivery's file out of the inbox: away, or whole into `Outbox/rejected/`.
    private func clear(_ delivery: Delivery, putAside: Bool, number: Int64, from inbox: InboxDirectory) throws {
        do {
            // What was put aside before stands there with the same name and bytes: the key says so.
            let refused = putAside ? try open.ledger.refusedDelivery(number) : nil
            let place = refused.flatMap { $0.hasRefusals ? RejectedPaths($0).delivery : nil }
            if let place, access(open.site.outbox + "/" + place, F_OK) != 0 {
                let name = place.split(separator: "/").last.map(String.init) ?? delivery.name
                try inbox.move(delivery, to: open.site.rejected, as: name)
            } else {
                try inbox.remove(delivery)
            }
        } catch let error as IntakeError {
            log.error("\(error)")
        }
    }

    private static func bytes(of portions: [Portion]) -> Int {
        portions.reduce(0) { $0 + ($1.isLast ? $1.delivery.size : 0) }
    }
}
