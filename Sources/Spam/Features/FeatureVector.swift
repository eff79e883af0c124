/// A comment as the classifier sees it: the buckets of its features, by group; no text.
public struct FeatureVector: Sendable, Hashable {
    /// 2^18 buckets.
    static let bucketBits: UInt32 = 18
    static let bucketCount = 1 << Int(bucketBits)

    /// In the order of the groups, each bucket once in its group.
    let buckets: [UInt32]
    /// How many buckets each group has.
    let counts: [Int]

    /// How many features there are.
    var count: Int { buckets.count }

    /// What a feature of the group weighs in this comment.
    static func value(_ group: FeatureGroup, of count: Int) -> Double {
        count == 0 ? 0 : group.weight / Double(count).squareRoot()
    }
}

extension FeatureVector {
    @inline(__always)
    func forEachGroup(_ body: (FeatureGroup, ArraySlice<UInt32>) -> Void) {
        var start = 0
        for group in FeatureGroup.allCases {
            let end = start + counts[group.rawValue]
            if end > start { body(group, buckets[start..<end]) }
            start = end
        }
    }
}
