import Comments
import Intake
import Moderation
import Settings

/// Reads, decodes and analyses deliveries in the order of arrival, batch by batch, on several cores. Small files are taken many at
/// once, large ones item by item.
actor BatchSource {
    /// What to do next.
    enum Step: Sendable {
        case batch([Portion])
        /// A large delivery is open: say with `proceed` where it is to be read on, or that it is known already.
        case opened(Delivery)
        /// A file that could not be read now; it stays.
        case failed(String)
    }

    private let inbox: InboxDirectory
    private let entries: [InboxEntry]
    private let decoder: SubmissionDecoder
    private let analyzer: Analyzer
    private let keys: SiteKeys
    private let limits: Settings.Limits
    private let options: DrainOptions
    /// What relative addresses of feeds are resolved against.
    private let base: String?
    private var next = 0
    private var stream: OpenDelivery?
    /// The comments of the stream where it is a feed.
    private var feed: FeedItems?
    private var failures: [Step] = []
    /// The last two batches: who judged them has less to do where they are freed here.
    private var given: [[Portion]] = []

    /// A file up to this size is read whole, with others.
    private static let small = 16 << 10

    init(
        inbox: InboxDirectory,
        entries: [InboxEntry],
        judgement: LoadedJudgement,
        keys: SiteKeys,
        limits: Settings.Limits,
        options: DrainOptions
    ) throws {
        self.inbox = inbox
        self.entries = entries
        decoder = judgement.decoder
        analyzer = judgement.analyzer
        self.keys = keys
        self.limits = limits
        self.options = options
        base = judgement.decoder.base
    }

    /// nil at the end.
    func step() async throws -> Step? {
        if given.count == 2 { given.removeFirst() }
        let step = try await following()
        if case .batch(let portions) = step { given.append(portions) }
        return step
    }

    private func following() async throws -> Step? {
        if let failure = failures.popLast() { return failure }
        if stream != nil { return .batch([try await streamPortion()]) }
        guard next < entries.count else { return nil }
        guard entries[next].identity.size <= Self.small else { return openLarge() }
        var chosen: [InboxEntry] = []
        while next < entries.count, chosen.count < options.batch, entries[next].identity.size <= Self.small {
            chosen.append(entries[next])
            next += 1
        }
        return .batch(try await smallPortions(chosen))
    }

    /// Reads the delivery that was opened from `position` on; nil passes it over.
    func proceed(from position: OpenDelivery.Position?, arrivedAt: Timestamp) throws {
        feed = nil
        guard let position, var delivery = stream else {
            stream = nil
            return
        }
        delivery.delivery.arrivedAt = arrivedAt
        delivery.seek(to: position)
        stream = delivery
        guard delivery.delivery.kind == .feed else { return }
        var items = FeedItems(delivery, try FeedItems.format(of: delivery), base: base)
        try items.seek(to: position.index)
        feed = items
    }

    // MARK: Large files

    private func openLarge() -> Step {
        let entry = entries[next]
        next += 1
        do {
            switch try inbox.open(entry, limits: limits) {
            case .success(let delivery):
                if let refusal = try refusal(of: delivery) { return .batch([Portion(refusal)]) }
                stream = delivery
                return .opened(delivery.delivery)
            case .failure(let refusal): return .batch([Portion(refusal)])
            }
        } catch {
            return .failed(ReadFailure(entry, error).message)
        }
    }

    private func streamPortion() async throws -> Portion {
        guard var delivery = stream else { preconditionFailure("a portion is asked for without a delivery") }
        if feed != nil { return try await feedPortion(of: delivery.delivery) }
        let items = try delivery.next(limit: options.batch)
        let isLast = delivery.isFinished || items.isEmpty
        stream = isLast ? nil : delivery
        let source = delivery.delivery
        let analysed = try await share(items) { item, scratch in self.analyse(item, of: source, scratch) }
        return Portion(source, items: analysed, end: delivery.position, isLast: isLast)
    }

    private func feedPortion(of source: Delivery) async throws -> Portion {
        let items = try feed?.next(limit: options.batch) ?? []
        let end = OpenDelivery.Position(index: feed?.index ?? 0, offset: 0)
        if items.isEmpty { (stream, feed) = (nil, nil) }
        let analysed = try await share(items) { item, scratch in self.analyse(item, of: source, scratch) }
        return Portion(source, items: analysed, end: end, isLast: items.isEmpty)
    }

    /// Why a feed is refused whole; nil for what is none.
    private nonisolated func refusal(of delivery: OpenDelivery) throws -> DeliveryRefusal? {
        delivery.delivery.kind == .feed ? try FeedItems.refusal(of: delivery, base: base) : nil
    }

    // MARK: Small files

    private func smallPortions(_ entries: [InboxEntry]) async throws -> [Portion] {
        let outcomes = try await share(entries) { entry, scratch in self.read(entry, scratch) }
        var portions: [Portion] = []
        for outcome in outcomes {
            switch outcome {
            case .success(let portion): portions.append(portion)
            case .failure(let failure): failures.append(.failed(failure.message))
            }
        }
        return portions
    }

    private struct ReadFailure: Error {
        let message: String

        init(_ entry: InboxEntry, _ error: any Error) {
            message = error is IntakeError ? "\(error)" : "\(entry.name): \(error)"
        }
    }

    private nonisolated func read(_ entry: InboxEntry, _ scratch: Analyzer.Scratch) -> Result<Portion, ReadFailure> {
        do {
            switch try inbox.open(entry, limits: limits) {
            case .failure(let refusal): return .success(Portion(refusal))
            case .success(var delivery):
                if let refusal = try refusal(of: delivery) { return .success(Portion(refusal)) }
                let source = delivery.delivery
                if source.kind == .feed { return .success(try readFeed(delivery, scratch)) }
                let items = try delivery.next(limit: .max)
                return .success(
                    Portion(
                        source,
                        items: items.map { analyse($0, of: source, scratch) },
                        end: delivery.position,
                        isLast: true
                    )
                )
            }
        } catch {
            return .failure(ReadFailure(entry, error))
        }
    }

    private nonisolated func readFeed(_ delivery: OpenDelivery, _ scratch: Analyzer.Scratch) throws -> Portion {
        var feed = FeedItems(delivery, try FeedItems.format(of: delivery), base: base)
        let items = try feed.next(limit: .max)
        return Portion(
            delivery.delivery,
            items: items.map { analyse($0, of: delivery.delivery, scratch) },
            end: OpenDelivery.Position(index: feed.index, offset: 0),
            isLast: true
        )
    }

    // MARK: Analysis

    private nonisolated func analyse(
        _ item: FeedItems.Item,
        of delivery: Delivery,
        _ scratch: Analyzer.Scratch
    ) -> Portion.Item {
        switch item {
        case .item(let raw): return analyse(raw, of: delivery, scratch)
        case .skipped(let index, let reason):
            let problem = Problem(.undecodable, field: "", message: reason)
            return .refusal(Refusal(origin: delivery.origin(index, keys: keys), problems: [problem]))
        }
    }

    private nonisolated func analyse(
        _ item: RawItem,
        of delivery: Delivery,
        _ scratch: Analyzer.Scratch
    ) -> Portion.Item {
        switch decoder.decode(item, of: delivery) {
        case .comment(let comment): .comment(analyzer.analyze(comment, scratch: scratch))
        case .refusal(let refusal): .refusal(refusal)
        case .action(let action): .action(action)
        }
    }

    private func share<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        _ body: @escaping @Sendable (Element, Analyzer.Scratch) -> Result
    ) async throws -> [Result] {
        try await analyzer.share(elements, cores: options.cores, body)
    }
}
