/// A file of the outbox as ledger and settings say it must be.
public struct OutboxFile: Sendable {
    /// Relative to `Outbox/`.
    public let path: String
    /// nil: there must be none.
    public let bytes: [UInt8]?

    public init(_ path: String, _ bytes: [UInt8]?) {
        self.path = path
        self.bytes = bytes
    }
}
