/// A line of a training or evaluation file.
public struct LabelledSample: Sendable {
    /// What a line asks for; nil on a plain line, which is scored and, with a label, learnt.
    public enum Act: String, Sendable {
        case score
        case learn
    }

    public let id: String
    public let act: Act?
    public let sample: SpamSample
    /// Whether a person called it spam; nil without a label.
    public let isSpam: Bool?

    public init(id: String, act: Act?, sample: SpamSample, isSpam: Bool?) {
        self.id = id
        self.act = act
        self.sample = sample
        self.isSpam = isSpam
    }
}
