/// What was learnt from moderators: a value, cheap to copy; a copy is a snapshot that later learning does not change.
public struct Model: Sendable {
    /// Learnt spam and ham.
    public internal(set) var spam: UInt64 = 0
    public internal(set) var ham: UInt64 = 0
    /// The number of the last lesson learnt; 0 before the first.
    public internal(set) var sequence: Int64 = 0
    /// Of all lessons.
    public internal(set) var lineage = Lineage()
    var bias = 0.0
    var calibration = Calibration()
    var storage: ModelStorage

    /// A model that has learnt nothing.
    public init() { storage = ModelStorage() }

    init(storage: ModelStorage) { self.storage = storage }

    /// Whether nothing was ever learnt: every comment scores even, whatever its features.
    public var isEmpty: Bool { sequence == 0 }

    /// Names the model in decisions: format, last lesson, hash of all lessons.
    public var version: String {
        guard !isEmpty else { return "\(ModelFile.format).0" }
        let hex = String(lineage.value, radix: 16)
        return "\(ModelFile.format).\(sequence).\(String(repeating: "0", count: 16 - hex.count))\(hex)"
    }

    /// Whether at least so many comments of each class were learnt.
    public func hasLearned(_ minimum: Int) -> Bool { spam >= UInt64(max(minimum, 0)) && ham >= UInt64(max(minimum, 0)) }
}
