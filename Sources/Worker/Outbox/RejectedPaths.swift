import Digests
import Ledger
import Outbox

/// Where the problems of a refused delivery stand and, where it is put aside, the delivery itself; relative to `Outbox/`.
struct RejectedPaths {
    let problems: String
    let delivery: String

    init(_ refused: RefusedDelivery) {
        let key = refused.hasNamesake ? Digest(refused.key) : nil
        problems = OutboxPaths.rejected(refused.name, key: key)
        delivery = "rejected/" + OutboxPaths.rejectedDelivery(refused.name, key: key)
    }
}
