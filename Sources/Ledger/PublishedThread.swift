import Comments

/// A thread as the outbox shows it.
public struct PublishedThread: Sendable {
    public let number: Int64
    public let record: ThreadRecord
    /// Comments that are shown, tombstones not among them.
    public let count: Int
    /// Top-level places, tombstones among them.
    public let topLevel: Int
}
