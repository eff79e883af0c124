import Comments
import Logging
import Settings

/// The daemon: works one or more sites as their inboxes fill, until it is told to stop.
public struct Watch {
    private let sites: [Site]
    private let interval: Int

    /// - Parameter interval: seconds between looks when nothing is heard of.
    public init(sites: [Site], interval: Int) {
        self.sites = sites
        self.interval = interval
    }

    /// Seconds until a file that may still be written to is looked at again.
    private static let patience = 2

    public func run() async throws {
        let stop = StopSignal()
        let workers = try sites.map { try Worker($0, stop: stop) }
        for worker in workers { try await worker.load() }
        for site in sites { WakeFile.touch(site) }
        let events = try WatchEvents(
            directories: sites.flatMap { [$0.inbox, WakeFile.path($0)] },
            interval: interval,
            stop: stop
        )
        let service = ServiceNotifier()
        service.notify("READY=1\nSTATUS=watching \(sites.count) site\(sites.count == 1 ? "" : "s")")
        await drain(workers, events: events)
        for await event in events.stream {
            if stop.isRaised { break }
            switch event {
            case .stop: break
            case .change, .tick: await drain(workers, events: events)
            case .reload:
                service.notify("RELOADING=1")
                for worker in workers { await worker.reload() }
                service.notify("READY=1")
                await drain(workers, events: events)
            }
            if stop.isRaised { break }
        }
        service.notify("STOPPING=1")
    }

    private func drain(_ workers: [Worker], events: WatchEvents) async {
        for worker in workers {
            do {
                let summary = try await worker.run()
                if summary.comments + summary.redelivered + summary.actions > 0 { worker.log.info("\(summary.line)") }
                if summary.unfinished > 0 { events.tick(after: Self.patience) }
            } catch {
                worker.log.error("\(error)")
            }
        }
    }
}
