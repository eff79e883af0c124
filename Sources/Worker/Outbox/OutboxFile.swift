/// A file of the outbox as ledger and settings say it must be, or a piece of one. Pieces of a file come one after the other.
public struct OutboxFile: Sendable {
    /// Relative to `Outbox/`.
    public let path: String
    /// nil: there must be none.
    public let bytes: [UInt8]?
    /// Where in the file the bytes stand.
    public let offset: Int
    /// Whether the file ends with them.
    public let isLast: Bool

    public init(_ path: String, _ bytes: [UInt8]?, at offset: Int = 0, isLast: Bool = true) {
        self.path = path
        self.bytes = bytes
        self.offset = offset
        self.isLast = isLast
    }
}
