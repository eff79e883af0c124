/// How a file of the outbox differs from what the ledger says.
public struct OutboxDifference: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case missing
        case surplus
        case different
    }

    public let kind: Kind
    /// Relative to `Outbox/`.
    public let path: String

    public var description: String { "\(kind.rawValue): \(path)" }
}
