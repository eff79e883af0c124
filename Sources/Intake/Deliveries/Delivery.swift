import Comments
import Digests

/// One file of the inbox, told by its key.
public struct Delivery: Sendable {
    let entry: InboxEntry
    /// SHA-256 of the name's bytes, a NUL, and the file's bytes.
    public let key: Digest
    public let kind: DeliveryKind
    /// The modification time when first seen. The ledger's, where it saw the delivery before.
    public var arrivedAt: Timestamp

    public var name: String { entry.name }
    public var size: Int { entry.identity.size }
    /// Whether its writer may not be done: if it does not decode, it is left for the next pass.
    public var isYoung: Bool { entry.isYoung }

    /// The same under a key of its own, so that what was recorded before can be rehearsed as if it were new.
    public var rehearsal: Delivery {
        Delivery(entry: entry, key: SHA256.digest(key.bytes + [0]), kind: kind, arrivedAt: arrivedAt)
    }

    public func origin(_ index: Int, keys: SiteKeys) -> Origin {
        Origin(
            id: keys.commentID(delivery: key, index: index, arrival: arrivedAt),
            delivery: name,
            index: index,
            arrivedAt: arrivedAt
        )
    }
}

/// A delivery that cannot be decoded at all: one row, and the file is put aside whole.
public struct DeliveryRefusal: Error, Sendable {
    public let delivery: Delivery
    public let problem: Problem

    public init(delivery: Delivery, problem: Problem) {
        self.delivery = delivery
        self.problem = problem
    }

    public func refusal(keys: SiteKeys) -> Refusal {
        Refusal(origin: delivery.origin(0, keys: keys), problems: [problem])
    }
}
