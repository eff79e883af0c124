/// Which patterns hold for the texts of one comment.
public struct PatternHits: Sendable, Hashable {
    /// Those that hold, in order.
    public let matched: [PatternID]
    /// Those whose confirmation would have taken more than the engine's limits; they count as not matching.
    public let exceeded: [PatternID]

    public static let none = PatternHits(matched: [], exceeded: [])

    public func contains(_ id: PatternID) -> Bool {
        var low = 0
        var high = matched.count
        while low < high {
            let middle = (low + high) / 2
            if matched[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < matched.count && matched[low] == id
    }

    /// The first that holds among patterns that were added one after another.
    public func first(in ids: ClosedRange<PatternID>) -> PatternID? {
        matched.first { ids.contains($0) }
    }
}
