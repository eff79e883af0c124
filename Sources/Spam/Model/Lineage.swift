/// A hash of lessons in their order: models of one history have it in common.
public struct Lineage: Sendable, Hashable {
    public let value: UInt64

    /// - Parameter value: 0 before the first lesson.
    public init(_ value: UInt64 = 0) { self.value = value }

    /// With one lesson more.
    public func adding(_ act: Lesson.Act, isSpam: Bool, _ features: FeatureVector) -> Lineage {
        let kind = UInt64(2 * act.rawValue) - (isSpam ? 1 : 0)
        var hash = Checksum.mix(value ^ kind)
        for bucket in features.buckets { hash = (hash ^ UInt64(bucket)) &* Checksum.prime }
        return Lineage(Checksum.mix(hash))
    }
}
