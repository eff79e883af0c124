import Ledger
import Outbox

/// Threads as feeds tell of them, by their numbers, read once while a feed after the other is told of.
struct FeedThreads {
    private let ledger: Ledger
    private let context: OutboxContext
    private var threads: [Int64: FeedThread] = [:]

    /// Threads kept at once.
    private static let limit = 4096

    init(_ ledger: Ledger, _ context: OutboxContext) {
        self.ledger = ledger
        self.context = context
    }

    /// Comments with the threads that they are in.
    mutating func entries(_ comments: [PublishedComment]) throws -> [FeedJob.Entry] {
        try comments.compactMap { comment in
            try thread(comment.thread).map { FeedJob.Entry(published: comment, thread: $0) }
        }
    }

    private mutating func thread(_ number: Int64) throws -> FeedThread? {
        if let thread = threads[number] { return thread }
        guard let record = try ledger.publishedThread(number)?.record else { return nil }
        if threads.count >= Self.limit { threads = [:] }
        let thread = FeedThread(record, context: context)
        threads[number] = thread
        return thread
    }
}
