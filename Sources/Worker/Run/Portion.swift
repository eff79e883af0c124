import Comments
import Intake
import Moderation

/// Some of a delivery's items, analysed and ready to be judged together.
struct Portion: Sendable {
    enum Item: Sendable {
        case comment(Analysis)
        case refusal(Refusal)
        case action(ModeratorAction)
    }

    let delivery: Delivery
    let items: [Item]
    /// Where the next portion begins.
    let end: OpenDelivery.Position
    /// Whether these are the delivery's last items.
    let isLast: Bool
    /// Why nothing of the delivery could be decoded.
    let refusal: DeliveryRefusal?

    init(_ delivery: Delivery, items: [Item], end: OpenDelivery.Position, isLast: Bool) {
        self.delivery = delivery
        self.items = items
        self.end = end
        self.isLast = isLast
        refusal = nil
    }

    init(_ refusal: DeliveryRefusal) {
        delivery = refusal.delivery
        items = []
        end = OpenDelivery.Position(index: 1, offset: refusal.delivery.size)
        isLast = true
        self.refusal = refusal
    }
}
