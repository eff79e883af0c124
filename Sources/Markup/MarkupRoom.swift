/// Buffers of a rendering, used again from body to body; one for each task.
public struct MarkupRoom {
    var source: [UInt8] = []
    var pending: [UInt8] = []
    var html: [UInt8] = []
    var readable: [UInt8] = []
    var attributePool: [UInt8] = []
    var blocks: [Composer.Block] = []
    var inlines: [Composer.Inline] = []

    public init() {}

    /// Gives the buffers away, emptied.
    mutating func take() -> MarkupRoom {
        source.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
        html.removeAll(keepingCapacity: true)
        readable.removeAll(keepingCapacity: true)
        attributePool.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
        inlines.removeAll(keepingCapacity: true)
        defer { self = MarkupRoom() }
        return self
    }
}
