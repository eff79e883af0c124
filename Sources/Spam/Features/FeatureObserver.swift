/// Told of every occurrence of a feature as a text is read; what explains a score needs to know where features stand.
protocol FeatureObserver {
    /// - Parameter range: the feature's place in the folded text; empty for one that is not of the text.
    mutating func saw(_ bucket: UInt32, _ group: FeatureGroup, at range: Range<Int>)
}

/// Observes nothing, at no cost.
struct NoObserver: FeatureObserver {
    @inline(__always)
    mutating func saw(_: UInt32, _: FeatureGroup, at _: Range<Int>) {}
}
