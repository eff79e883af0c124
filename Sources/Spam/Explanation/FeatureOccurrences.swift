/// Where each feature of a text stands.
struct FeatureOccurrences: FeatureObserver {
    struct Feature: Hashable {
        let group: FeatureGroup
        let bucket: UInt32
    }

    /// In the order of their first occurrence.
    private(set) var features: [Feature] = []
    private var ranges: [Feature: [Range<Int>]] = [:]

    mutating func saw(_ bucket: UInt32, _ group: FeatureGroup, at range: Range<Int>) {
        let feature = Feature(group: group, bucket: bucket)
        if ranges[feature] == nil { features.append(feature) }
        ranges[feature, default: []].append(range)
    }

    func places(of feature: Feature) -> [Range<Int>] { ranges[feature] ?? [] }
}
