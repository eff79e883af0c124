import CSystem
import Comments
import Intake
import Ledger
import Logging
import Settings

/// Works one site: drains its inbox, keeps its posts up to date, purges what is too old and writes its outbox. Only one process at a
/// time can.
public final class Worker {
    private let site: Site
    private let lock: SiteLock
    private let options: DrainOptions
    private let stop: StopSignal
    private(set) var open: OpenSite
    private var judgement: LoadedJudgement?

    var log: Logger { open.log }

    /// - Throws: `WorkerError.busy` where another process works the site; `SettingsError` and what else keeps it from starting.
    public init(_ site: Site, options: DrainOptions = .fromEnvironment, stop: StopSignal = StopSignal()) throws {
        // However long the backlog, memory stays what a batch and a page need; where it cannot be had, only more is kept.
        _ = csystem_return_memory()
        open = try OpenSite(site)
        lock = try SiteLock(site)
        self.site = site
        self.options = options
        self.stop = stop
    }

    /// Loads everything that decides, so that what is wrong with it is known at once, to the moderators, too.
    /// - Parameter compiling: is told how many patterns are about to be compiled, where that takes a while.
    public func load(compiling: (Int) -> Void = { _ in }) async throws {
        do {
            judgement = try LoadedJudgement(open, progress: compiling)
        } catch {
            await tell(
                "settings, rules or word lists do not load",
                "\(error)\nNo comment is judged until this is mended."
            )
            throw error
        }
    }

    /// Loads what decides where it has changed, so that its errors are told before a comment comes.
    private func checkJudgement(compiling: (Int) -> Void) async throws {
        let digest = try JudgementFiles(open).digest
        guard try open.ledger.note(.judgementFiles) != digest else { return }
        try await load(compiling: compiling)
        try open.ledger.note(.judgementFiles, digest)
    }

    /// Reads settings, rules and word lists again; the old ones stay where they have an error, and the moderators are told.
    func reload() async {
        do {
            let fresh = try OpenSite(site)
            judgement = try LoadedJudgement(fresh)
            open = fresh
            log.info("settings, rules and word lists are read again")
        } catch {
            let message = "\(error)\nThe old settings, rules and word lists stay in force."
            log.error("\(message.replacing("\n", with: " "))")
            await tell("new settings, rules or word lists do not load", message)
        }
    }

    /// Mails the moderators, at most once a day. Where even that fails, the log has the reason.
    private func tell(_ summary: String, _ message: String) async {
        do {
            try open.ledger.transaction { try $0.postTrouble(summary, message, at: Clock.now()) }
            try await open.writeOutbox()
        } catch {
            log.error("\(error)")
        }
    }

    /// Drains the inbox once. Rules that must not be used are refused also where nothing waits.
    public func run(
        compiling: (Int) -> Void = { _ in },
        progress: (DrainProgress) -> Void = { _ in }
    ) async throws -> RunSummary {
        let start = ContinuousClock.now
        var summary = RunSummary()
        do {
            Leftovers(site).remove()
            try PostsFeed(open, log: log).refresh()
            let inbox = try InboxDirectory(site.inbox)
            let scan = try inbox.scan(now: Clock.now())
            try report(scan.oddities)
            if !scan.entries.isEmpty {
                if judgement == nil { try await load(compiling: compiling) } else { try judgement?.learn(from: open) }
                guard let judgement else { return summary }
                summary = try await drain(scan, in: inbox, judgement, progress: progress)
            } else {
                if judgement == nil { try await checkJudgement(compiling: compiling) }
                try await finish()
            }
            summary.waiting += scan.unfinished + scan.oddities.count
            summary.unfinished += scan.unfinished
        } catch {
            try? open.ledger.transaction {
                try $0.set(.lastError, to: LastError(at: Clock.now(), message: "\(error)").note)
            }
            try? StatusFiles(open).write(after: nil, at: Clock.now())
            throw error
        }
        let elapsed = (ContinuousClock.now - start).components
        summary.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        try StatusFiles(open).write(after: summary, at: Clock.now())
        return summary
    }

    /// Records what waits, writes the outbox, and only then removes the files, also where one of these failed.
    private func drain(
        _ scan: InboxScan,
        in inbox: InboxDirectory,
        _ judgement: LoadedJudgement,
        progress: (DrainProgress) -> Void
    ) async throws -> RunSummary {
        let drain = Drain(open: open, judgement: judgement, options: options, stop: stop, log: log)
        var finished = FinishedDeliveries()
        do {
            let summary = try await drain.run(scan, in: inbox, finished: &finished, progress: progress)
            try await finish()
            try drain.clear(&finished, from: inbox)
            return summary
        } catch {
            try? drain.clear(&finished, from: inbox)
            throw error
        }
    }

    private func finish() async throws {
        try Housekeeping(open).purgeWhenDue(at: Clock.now())
        try await open.writeOutbox()
    }

    /// Tells of what the inbox leaves alone: once, also when every run is a process of its own.
    private func report(_ oddities: [InboxOddity]) throws {
        let told = try open.ledger.note(.oddities) ?? ""
        let lines = oddities.map { "\($0)".replacing("\n", with: " ") }
        let known = Set(told.split(separator: "\n").map(String.init))
        for line in lines where !known.contains(line) { log.warning("\(line)") }
        let now = lines.joined(separator: "\n")
        if now != told { try open.ledger.transaction { try $0.set(.oddities, to: now) } }
    }
}
