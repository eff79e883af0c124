import Glibc
import Intake
import Ledger

extension Drain {
    /// Takes the files of finished deliveries out of the inbox: away, or whole into `Outbox/rejected/`.
    func clear(_ finished: inout FinishedDeliveries, from inbox: InboxDirectory) throws {
        for end in finished.take() {
            do {
                // What was put aside before stands there with the same name and bytes: the key says so.
                let refused = end.isPutAside ? try open.ledger.refusedDelivery(end.number) : nil
                let place = refused.flatMap { $0.hasRefusals ? RejectedPaths($0).delivery : nil }
                if let place, access(open.site.outbox + "/" + place, F_OK) != 0 {
                    let name = place.split(separator: "/").last.map(String.init) ?? end.delivery.name
                    try inbox.move(end.delivery, to: open.site.rejected, as: name)
                } else {
                    try inbox.remove(end.delivery)
                }
            } catch let error as IntakeError {
                log.error("\(error)")
            }
        }
    }

    static func bytes(of portions: [Portion]) -> Int {
        portions.reduce(0) { $0 + ($1.isLast ? $1.delivery.size : 0) }
    }
}
