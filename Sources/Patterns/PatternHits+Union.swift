extension PatternHits {
    /// What holds in either of two sets of texts.
    public func union(_ other: PatternHits) -> PatternHits {
        func merged(_ a: [PatternID], _ b: [PatternID]) -> [PatternID] {
            b.isEmpty ? a : a.isEmpty ? b : Set(a + b).sorted()
        }
        return PatternHits(matched: merged(matched, other.matched), exceeded: merged(exceeded, other.exceeded))
    }
}
