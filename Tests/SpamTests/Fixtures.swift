import Foundation

@testable import Spam

/// A directory that is removed at the end.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "spam-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
}

enum Fixtures {
    static let spam = [
        "Buy cheap watches at http://watches.example/offer now!!!", "Check out my channel and subscribe please",
        "Earn $5000 a week from home, click http://bit.ly/abc",
        "Best casino bonus online, visit casino.example.com today",
    ]

    static let ham = [
        "I disagree with the second paragraph, the test was run twice.",
        "Thank you for the recipe, the bread came out well.",
        "Which camera did you use for these pictures?", "The train was late again, as the article says.",
    ]

    /// Made of `rounds` times eight comments, spam and ham in turn.
    static func model(rounds: Int = 4) -> Model {
        var model = Model()
        try? model.take(lessons(rounds: rounds))
        return model
    }

    static func lessons(rounds: Int = 4) -> [Lesson] {
        var extractor = FeatureExtractor()
        var lessons: [Lesson] = []
        for round in 0..<rounds {
            for (index, text) in zip(spam, ham).flatMap({ [$0, $1] }).enumerated() {
                let sample = SpamSample(text: "\(text) \(round)", name: "Name \(round)")
                lessons.append(
                    Lesson(
                        sequence: Int64(lessons.count + 1),
                        act: .learn,
                        isSpam: index.isMultiple(of: 2),
                        features: extractor.features(of: sample)
                    )
                )
            }
        }
        return lessons
    }

    static func features(_ text: String) -> FeatureVector {
        var extractor = FeatureExtractor()
        return extractor.features(of: SpamSample(text: text))
    }

    static func analysis(_ sample: SpamSample, _ filter: SpamFilter = SpamFilter(model: Model())) -> SpamAnalysis {
        var scratch = SpamFilter.Scratch()
        return filter.analyze(sample, scratch: &scratch)
    }

    static func reading(_ text: String) -> TextReading {
        var reading = TextReading()
        reading.read(SpamSample(text: text))
        reading.splitIntoTokens()
        return reading
    }
}

extension Model {
    /// All that learning changes, for comparing models to the bit.
    var state: [UInt64] {
        let numbers = storage.withBuckets { buckets in Checksum.of(UnsafeRawBufferPointer(buckets)) }
        return [
            spam, ham, UInt64(bitPattern: sequence), lineage.value, bias.bitPattern, calibration.slope.bitPattern,
            calibration.offset.bitPattern, numbers,
        ]
    }

    /// The counts of all buckets.
    var counts: [SIMD2<UInt32>] {
        storage.withBuckets { buckets in buckets.map { SIMD2($0.spam, $0.ham) } }
    }
}

extension Fixtures {
    static func analysisFeatures(_ sample: SpamSample) -> FeatureVector {
        var extractor = FeatureExtractor()
        return extractor.features(of: sample)
    }
}
