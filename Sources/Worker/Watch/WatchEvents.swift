@preconcurrency import Dispatch
import Glibc
import Settings

/// What wakes a waiting worker.
enum WatchEvent: Sendable {
    /// Something was written into the inbox, or a moderator acted in another process.
    case change
    /// Time to look although nothing was heard of: notification is no guarantee (inotify(7)).
    case tick
    case reload
    case stop
}

/// Merges inotify, a timer and signals into one stream.
final class WatchEvents: Sendable {
    let stream: AsyncStream<WatchEvent>
    private let sources: [any DispatchSourceProtocol]
    private let continuation: AsyncStream<WatchEvent>.Continuation
    private let queue: DispatchQueue

    /// - Parameters:
    ///   - directories: watched for files that are moved in or closed after writing.
    ///   - interval: seconds between ticks.
    init(directories: [String], interval: Int, stop: StopSignal) throws {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw WorkerError.unusable(path: "inotify", code: errno) }
        for directory in directories {
            guard inotify_add_watch(descriptor, directory, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)) >= 0 else {
                let code = errno
                close(descriptor)
                throw WorkerError.unusable(path: directory, code: code)
            }
        }
        let (stream, continuation) = AsyncStream.makeStream(of: WatchEvent.self, bufferingPolicy: .bufferingNewest(16))
        let queue = DispatchQueue(label: "moderato.watch")

        let changes = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        changes.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            continuation.yield(.change)
        }
        changes.setCancelHandler { close(descriptor) }

        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .seconds(interval), repeating: .seconds(interval), leeway: .milliseconds(200))
        timer.setEventHandler { continuation.yield(.tick) }

        var sources: [any DispatchSourceProtocol] = [changes, timer]
        for (number, event) in [(SIGTERM, WatchEvent.stop), (SIGINT, .stop), (SIGHUP, .reload)] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if case .stop = event { stop.raise() }
                continuation.yield(event)
            }
            sources.append(source)
        }
        for source in sources { source.activate() }
        self.stream = stream
        self.sources = sources
        self.continuation = continuation
        self.queue = queue
    }

    /// Adds a look in so many seconds.
    func tick(after seconds: Int) {
        let continuation = continuation
        queue.asyncAfter(deadline: .now() + .seconds(seconds)) { continuation.yield(.tick) }
    }

    deinit { for source in sources { source.cancel() } }
}
