import Feeds

/// The records of an export, some at a time, always in the same order.
protocol RecordSource: AnyObject {
    /// How much was read, for a progress bar.
    var bytesRead: Int { get }
    /// What was wrong with a file that was read nevertheless; known at its end.
    var problems: [String] { get }

    /// At most `limit` of the next records; none at the end.
    /// - Throws: `XMLError`, `FeedError`, `ImportError` where the export can't be read on.
    func next(limit: Int) throws -> [ImportedRecord]
}

extension RecordSource {
    var problems: [String] { [] }

    /// Passes over records that were taken before.
    func skip(_ count: Int) throws {
        var rest = count
        while rest > 0 {
            let passed = try next(limit: min(rest, 4096))
            guard !passed.isEmpty else { return }
            rest -= passed.count
        }
    }
}
