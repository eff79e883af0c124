/// What the model knows of the features that fall into one bucket; 16 bytes, as they stand in the file.
struct Bucket: Sendable, Hashable {
    /// The logistic member's weight.
    var weight: Float = 0
    /// ln(spam) - ln(ham), smoothed; kept so that a score takes no logarithm.
    var evidence: Float = 0
    /// Learnt spam and ham that has the feature.
    var spam: UInt32 = 0
    var ham: UInt32 = 0

    @inline(__always)
    mutating func count(_ isSpam: Bool, by step: Int32) {
        if isSpam { spam = Self.moved(spam, step) } else { ham = Self.moved(ham, step) }
        evidence = Float(Logarithm.ofCount(spam) - Logarithm.ofCount(ham))
    }

    /// Held at 0 and at the largest count.
    @inline(__always)
    private static func moved(_ count: UInt32, _ step: Int32) -> UInt32 {
        UInt32(clamping: Int64(count) + Int64(step))
    }
}
