/// Where a submission came from and its permanent id.
public struct Origin: Sendable, Hashable {
    public let id: CommentID
    /// The delivery's file name.
    public let delivery: String
    /// The submission's place in its delivery, from 0.
    public let index: Int
    /// When the delivery was first seen: its file's modification time then.
    public let arrivedAt: Timestamp

    public init(id: CommentID, delivery: String, index: Int, arrivedAt: Timestamp) {
        self.id = id
        self.delivery = delivery
        self.index = index
        self.arrivedAt = arrivedAt
    }
}
