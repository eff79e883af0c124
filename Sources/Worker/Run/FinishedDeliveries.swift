import Intake

/// Deliveries whose last item is recorded, and whose files the inbox can do without as soon as that is durable.
///
/// The files go after the outbox is written: on ext4 a file costs many times more to make while the directory's group holds many inodes that
/// were freed in the last seconds.
struct FinishedDeliveries {
    struct Element {
        let delivery: Delivery
        /// Of its row in the ledger.
        let number: Int64
        let isPutAside: Bool
    }

    private var elements: [Element] = []
    private var committed = 0
    /// How many of the committed ones are durable.
    private var durable = 0

    /// More are not kept, since they take memory.
    private static let most = 32_768

    var isFull: Bool { elements.count >= Self.most }

    mutating func add(_ delivery: Delivery, number: Int64, isPutAside: Bool) {
        elements.append(Element(delivery: delivery, number: number, isPutAside: isPutAside))
    }

    mutating func commit() { committed = elements.count }

    mutating func sync() { durable = committed }

    /// Forgets those that are not committed.
    mutating func undo() { elements.removeSubrange(committed...) }

    /// Gives away those that are durable.
    mutating func take() -> [Element] {
        let taken = Array(elements[..<durable])
        elements.removeSubrange(..<durable)
        committed -= durable
        durable = 0
        return taken
    }
}
