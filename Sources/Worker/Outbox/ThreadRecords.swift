import Comments
import Ledger

/// Threads by their numbers, read once while a feed after the other is told of.
struct ThreadRecords {
    private let ledger: Ledger
    private var records: [Int64: ThreadRecord] = [:]

    /// Threads kept at once.
    private static let limit = 4096

    init(_ ledger: Ledger) { self.ledger = ledger }

    mutating func add(_ thread: PublishedThread) {
        if records.count >= Self.limit { records = [:] }
        records[thread.number] = thread.record
    }

    mutating func record(_ number: Int64) throws -> ThreadRecord? {
        if let record = records[number] { return record }
        guard let thread = try ledger.publishedThread(number) else { return nil }
        add(thread)
        return thread.record
    }
}
