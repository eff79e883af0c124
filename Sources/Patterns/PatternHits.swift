/// Which patterns hold for the texts of one comment.
public struct PatternHits: Sendable, Hashable {
    /// Those that hold, in order.
    public let matched: [PatternID]
    /// Those whose confirmation would have taken more than the engine's limits; they count as not matching.
    public let exceeded: [PatternID]

    public static let none = PatternHits(matched: [], exceeded: [])

    public func contains(_ id: PatternID) -> Bool { containsAny(of: id.index..<id.index + 1) }

    /// Whether one holds of patterns that were added one after another.
    public func containsAny(of places: Range<Int>) -> Bool {
        let first = firstMatch(from: places.lowerBound)
        return first < matched.count && matched[first].index < places.upperBound
    }

    /// Those that hold of patterns that were added one after another.
    func matched(of places: Range<Int>) -> ArraySlice<PatternID> {
        matched[firstMatch(from: places.lowerBound)...].prefix { $0.index < places.upperBound }
    }

    /// Where in `matched` those begin that were added at `place` or later.
    private func firstMatch(from place: Int) -> Int {
        var low = 0
        var high = matched.count
        while low < high {
            let middle = (low + high) / 2
            if matched[middle].index < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
