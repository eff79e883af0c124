import Comments
import Intake
import Ledger
import Logging
import Moderation
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
    /// Bytes of a submission, roughly.
    private static let usualSize = 1024

    /// Records what waits in the inbox. The files of what is finished are still there: `clear` removes them.
    /// - Throws: what keeps the site from being worked; what was recorded before is durable then.
    func run(
        _ scan: InboxScan,
        in inbox: InboxDirectory,
        finished: inout FinishedDeliveries,
        progress: (DrainProgress) -> Void
    ) async throws -> RunSummary {
        let source = try BatchSource(
            inbox: inbox,
            entries: scan.entries,
            judgement: judgement,
            keys: open.keys,
            limits: open.settings.limits,
            options: options
        )
        let size = scan.entries.reduce(0) { $0 + $1.identity.size }
        try open.ledger.expect(comments: scan.entries.reduce(0) { $0 + 1 + $1.identity.size / Self.usualSize })
        defer { try? open.ledger.expect(comments: 0) }
        do {
            let summary = try await record(from: source, size: size, in: inbox, &finished, progress: progress)
            try commit(&finished)
            try sync(&finished)
            return summary
        } catch {
            try? commit(&finished)
            try? sync(&finished)
            throw error
        }
    }

    private func record(
        from source: BatchSource,
        size: Int,
        in inbox: InboxDirectory,
        _ finished: inout FinishedDeliveries,
        progress: (DrainProgress) -> Void
    ) async throws -> RunSummary {
        var summary = RunSummary()
        var done = DrainProgress()
        done.bytesTotal = size
        var uncommitted = 0
        var nextOutbox = ContinuousClock.now + Self.outboxInterval
        var pending = try await source.step()
        while let current = pending {
            switch current {
            case .opened(let delivery):
                try await proceed(delivery, source: source, &finished, summary: &summary)
                pending = try await source.step()
            case .failed(let message):
                log.error("\(message)")
                summary.waiting += 1
                pending = try await source.step()
            case .batch(let portions):
                async let following = source.step()
                try settle(portions, finished: &finished, summary: &summary)
                uncommitted += max(1, portions.reduce(0) { $0 + $1.items.count })
                let isOutboxDue = ContinuousClock.now > nextOutbox
                if isOutboxDue || uncommitted >= options.batch * DrainOptions.batchesPerCommit {
                    try commit(&finished)
                    uncommitted = 0
                    if finished.isFull {
                        try sync(&finished)
                        try clear(&finished, from: inbox)
                    }
                }
                done.comments = summary.comments
                done.bytesDone += Self.bytes(of: portions)
                progress(done)
                if isOutboxDue {
                    let started = ContinuousClock.now
                    try sync(&finished)
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
        _ finished: inout FinishedDeliveries,
        summary: inout RunSummary
    ) async throws {
        guard let known = try step(&finished, { transaction, _ in try transaction.delivery(delivery.key) }) else {
            try await source.proceed(from: OpenDelivery.Position(index: 0, offset: 0), arrivedAt: delivery.arrivedAt)
            return
        }
        guard !known.isFinished else {
            finished.add(delivery, number: known.number, isPutAside: known.isPutAside)
            summary.redelivered += 1
            try await source.proceed(from: nil, arrivedAt: known.arrivedAt)
            return
        }
        try await source.proceed(
            from: OpenDelivery.Position(index: known.items, offset: known.offset),
            arrivedAt: known.arrivedAt
        )
    }

    private func commit(_ finished: inout FinishedDeliveries) throws {
        do {
            try open.ledger.commit()
        } catch {
            finished.undo()
            throw error
        }
        finished.commit()
    }

    private func sync(_ finished: inout FinishedDeliveries) throws {
        try open.ledger.sync()
        finished.sync()
    }

    /// Where a step fails, all that are not committed are undone.
    private func step<T>(
        _ finished: inout FinishedDeliveries,
        _ body: (LedgerTransaction, inout FinishedDeliveries) throws -> T
    ) throws -> T {
        do {
            return try open.ledger.step { try body($0, &finished) }
        } catch {
            finished.undo()
            throw error
        }
    }

    // MARK: Judgement and record

    private func settle(_ portions: [Portion], finished: inout FinishedDeliveries, summary: inout RunSummary) throws {
        let now = Clock.now()
        try step(&finished) { transaction, finished in
            for portion in portions {
                if portion.refusal != nil, portion.delivery.isYoung {
                    summary.waiting += 1
                    summary.unfinished += 1
                    continue
                }
                try record(portion, in: transaction, at: now, &finished, counting: &summary)
            }
        }
    }

    private func record(
        _ portion: Portion,
        in transaction: LedgerTransaction,
        at now: Timestamp,
        _ finished: inout FinishedDeliveries,
        counting summary: inout RunSummary
    ) throws {
        let delivery = portion.delivery
        let known = try transaction.delivery(delivery.key)
        if let known, known.isFinished {
            summary.redelivered += 1
            finished.add(delivery, number: known.number, isPutAside: known.isPutAside)
            return
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
            return try transaction.advance(delivery: row.number, items: portion.end.index, offset: portion.end.offset)
        }
        try transaction.finish(delivery: row.number, putAside: portion.refusal != nil, at: now)
        summary.deliveries += 1
        finished.add(delivery, number: row.number, isPutAside: portion.refusal != nil)
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
}
