import Comments
import Digests

/// How far a delivery has come.
public struct DeliveryProgress: Sendable, Hashable {
    public let number: Int64
    /// Modification time of its file when it was first seen.
    public let arrivedAt: Timestamp
    /// Items that are durable, and where in the file the next one begins.
    public var items: Int
    public var offset: Int
    public let isFinished: Bool
    /// Whether it could not be decoded at all, so that its file belongs in `Outbox/rejected/`.
    public let isPutAside: Bool
}

extension LedgerTransaction {
    /// The delivery with that key, or nil where it was never seen.
    public func delivery(_ key: Digest) throws -> DeliveryProgress? {
        try statements.delivery.first(.blob(key.bytes)) { row in
            DeliveryProgress(
                number: row.integer(0),
                arrivedAt: Timestamp(milliseconds: row.integer(1)),
                items: row.int(2),
                offset: row.int(3),
                isFinished: !row.isNull(4),
                isPutAside: row.flag(5)
            )
        }
    }

    /// Records a delivery when it is first seen.
    public func begin(delivery key: Digest, name: String, arrivedAt: Timestamp) throws -> DeliveryProgress {
        try statements.insertDelivery.run(.blob(key.bytes), .text(name), .integer(arrivedAt.milliseconds))
        return DeliveryProgress(
            number: database.lastInsertedRowID,
            arrivedAt: arrivedAt,
            items: 0,
            offset: 0,
            isFinished: false,
            isPutAside: false
        )
    }

    public func advance(delivery number: Int64, items: Int, offset: Int) throws {
        try statements.advanceDelivery.run(.integer(Int64(items)), .integer(Int64(offset)), .integer(number))
    }

    /// Says that everything in the delivery is recorded, so that its file can go; with `putAside`, to `Outbox/rejected/`.
    public func finish(delivery number: Int64, putAside: Bool = false, at time: Timestamp) throws {
        try statements.finishDelivery.run(.integer(time.milliseconds), .flag(putAside), .integer(number))
    }
}
