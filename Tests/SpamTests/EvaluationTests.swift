import Foundation
import Testing

@testable import Spam

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Evaluation")
struct EvaluationTests {
    private func outcomes(spam: [Double], ham: [Double]) -> [Evaluation.Outcome] {
        spam.map { .init(probability: $0, isSpam: true) } + ham.map { .init(probability: $0, isSpam: false) }
    }

    @Test("figures of a case worked out by hand")
    func figures() {
        let evaluation = Evaluation(outcomes(spam: [0.9, 0.8, 0.5, 0.2], ham: [0.8, 0.4, 0.1, 0.05]))
        // Of 16 pairs 12 are in order, and one is even.
        #expect(abs(evaluation.missedArea - 100 * (1 - 12.5 / 16)) < 1e-9)
        #expect(evaluation.accuracy == 75)
        #expect(evaluation.hamMisclassified == 25)
        #expect(evaluation.spamMisclassified == 25)
        #expect(evaluation.caught(losingAtMost: 0.005) == 25)
        #expect(evaluation.caught(losingAtMost: 0.25) == 75)
        let losses = [0.9, 0.8, 0.5, 0.2, 0.2, 0.6, 0.9, 0.95].map { -log($0) }
        #expect(abs(evaluation.logLoss - losses.reduce(0, +) / 8) < 1e-12)
    }

    @Test("the area is the share of pairs in order, ties counted half", arguments: 1...5)
    func area(seed: Int) {
        var state = UInt64(seed)
        func next(_ limit: UInt64) -> UInt64 {
            state = Checksum.mix(state &+ 0x9E37_79B9)
            return state % limit
        }
        let all = (0..<120).map { _ in
            Evaluation.Outcome(probability: Double(next(20)) / 20, isSpam: next(3) == 0)
        }
        let spam = all.filter(\.isSpam)
        let ham = all.filter { !$0.isSpam }
        var pairs = 0.0
        for one in spam {
            for other in ham {
                pairs += one.probability > other.probability ? 1 : one.probability == other.probability ? 0.5 : 0
            }
        }
        #expect(abs(Evaluation(all).missedArea - 100 * (1 - pairs / Double(spam.count * ham.count))) < 1e-9)
    }

    @Test("without both classes has no area")
    func oneClass() {
        let evaluation = Evaluation(outcomes(spam: [0.9], ham: []))
        #expect(evaluation.missedArea.isNaN)
        #expect(evaluation.point(losingAtMost: 1) == nil)
        #expect(String(decoding: evaluation.json, as: UTF8.self).contains("\"1-ROCA%\":null"))
        #expect(Evaluation([]).curve.isEmpty)
    }

    @Test("advises a threshold that keeps what it promises", arguments: [2, 3, 5, 100])
    func advice(share: Int) throws {
        let all = outcomes(spam: [0.99, 0.97, 0.93, 0.6, 0.3], ham: [0.95, 0.4, 0.31, 0.1, 0.05, 0.01])
        let advice = ThresholdAdvice(Evaluation(all), oneIn: share)
        let threshold = try #require(advice.threshold)
        let lost = all.count { !$0.isSpam && $0.probability > threshold }
        let caught = all.count { $0.isSpam && $0.probability > threshold }
        #expect(Double(lost) / 6 <= 1 / Double(share))
        #expect(advice.spamCaught == Double(caught) / 5)
        #expect(advice.hamLost == Double(lost) / 6)
    }

    @Test("says so where no threshold loses so little")
    func noAdvice() {
        let advice = ThresholdAdvice(Evaluation(outcomes(spam: [0.5], ham: [0.9])), oneIn: 100)
        #expect(advice.threshold == nil)
        #expect("\(advice)".contains("no threshold"))
    }

    @Test("draws well-formed SVG within its frame")
    func plot() {
        let all = outcomes(spam: [0.99, 0.97, 0.6, 0.3], ham: [0.95, 0.4, 0.1, 0.05])
        let svg = RocPlot(Evaluation(all), title: "a < b & c", marks: [.init(0.7, "hold"), .init(0.98, "spam")]).svg
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse())
        #expect(svg.contains("a &lt; b &amp; c"))
        #expect(svg.contains("hold 0.7: catches 50 %, loses 25 %"))
        #expect(!svg.contains("nan"))
    }

    @Test("a label that comes later counts for the comment that waits for it")
    func lateLabels() {
        var run = Prequential(SpamFilter(model: Model()), isClassifierAlone: true)
        func line(_ id: String, _ act: LabelledSample.Act?, _ isSpam: Bool?) -> LabelledSample {
            LabelledSample(id: id, act: act, sample: SpamSample(text: "text of \(id)"), isSpam: isSpam)
        }
        #expect(run.take(line("a", .score, nil)) == 0.5)
        #expect(run.take(line("b", .score, nil)) == 0.5)
        #expect(run.take(line("a", .learn, true)) == nil)
        #expect(run.take(line("c", nil, false)) != nil)
        #expect(run.outcomes.map(\.isSpam) == [true, false])
        #expect(run.filter.model.sequence == 2)
    }
}
