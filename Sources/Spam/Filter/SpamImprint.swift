/// What is taken of a comment whose verdict is known: by what it is found again, and what the classifier learns of it.
public struct SpamImprint: Sendable {
    /// Nil for a text too short to be told apart.
    public let signature: Signature?
    /// The distinct hosts that the text links to, sorted.
    public let hosts: [String]
    public let features: FeatureVector

    public init(_ sample: SpamSample, scratch: inout SpamFilter.Scratch) {
        scratch.extractor.reading.read(sample)
        signature = Signature(scratch.extractor.reading)
        hosts = Evidence.hosts(scratch.extractor.reading)
        var observer = NoObserver()
        features = scratch.extractor.features(&observer)
    }
}
