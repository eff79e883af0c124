/// Buckets as they are collected, each once in its group.
struct FeatureSet {
    private(set) var buckets: [UInt32] = []
    private(set) var counts = [Int](repeating: 0, count: FeatureGroup.allCases.count)
    private var seen = [UInt64](repeating: 0, count: FeatureVector.bucketCount / 64)
    private var groupStart = 0

    mutating func removeAll() {
        buckets.removeAll(keepingCapacity: true)
        groupStart = 0
    }

    @inline(__always)
    static func bucket(_ hash: UInt32) -> UInt32 { FeatureHash.mix(hash) >> (32 - FeatureVector.bucketBits) }

    /// Adds a feature's bucket to the group being collected and returns it.
    @inline(__always)
    @discardableResult
    mutating func add(_ hash: UInt32) -> UInt32 {
        let bucket = Self.bucket(hash)
        let bit: UInt64 = 1 << UInt64(bucket & 63)
        let word = Int(bucket >> 6)
        if seen[word] & bit == 0 {
            seen[word] |= bit
            buckets.append(bucket)
        }
        return bucket
    }

    var countInGroup: Int { buckets.count - groupStart }

    mutating func end(_ group: FeatureGroup) {
        counts[group.rawValue] = countInGroup
        for index in groupStart..<buckets.count { seen[Int(buckets[index] >> 6)] = 0 }
        groupStart = buckets.count
    }
}
