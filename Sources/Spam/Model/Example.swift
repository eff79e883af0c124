/// A comment's features and what a person called it.
public struct Example: Sendable, Hashable {
    public let features: FeatureVector
    public let isSpam: Bool

    public init(_ features: FeatureVector, isSpam: Bool) {
        self.features = features
        self.isSpam = isSpam
    }

    /// A hash of the contents, which puts examples into an order that does not depend on where they came from.
    public var key: UInt64 { Lineage().adding(.learn, isSpam: isSpam, features).value }
}
