/// One submission as it stands in its delivery, not decoded.
public struct RawItem: Sendable {
    public enum Content: Sendable {
        /// One JSON value; the range is its place in the bytes, which neighbours share.
        case json([UInt8], Range<Int>)
        case form([UInt8])
        /// A message, header and all.
        case mail([UInt8])
        /// Longer than `limits.item`; its bytes were passed over.
        case tooLarge(bytes: Int)
    }

    /// Its place in the delivery, from 0.
    public let index: Int
    public let content: Content

    public init(index: Int, content: Content) {
        self.index = index
        self.content = content
    }
}
