import Comments
import Foundation
import Testing

@testable import Spam

@Suite("The filter")
struct FilterTests {
    private static let samples = (0..<60).map { number in
        SpamSample(
            text: "\(Fixtures.spam[number % 4]) \(Fixtures.ham[number % 3]) number \(number)",
            name: "Name \(number % 7)",
            email: "a@mail\(number % 5).example",
            ip: number.isMultiple(of: 2) ? "192.0.2.1" : nil
        )
    }

    @Test("until it has learnt enough the classifier reports and does not decide")
    func undecided() {
        var filter = SpamFilter(model: Fixtures.model(), minLearned: 17)
        let findings = Fixtures.analysis(SpamSample(text: Fixtures.spam[0]), filter).findings
        #expect(findings.prefix(2).map(\.symbol) == ["prior", "classifier"])
        #expect(findings[0].weight == HeuristicWeights.defaultPrior)
        #expect(findings[1].weight == 0)
        #expect(findings[1].note.contains("decides after 17"))
        filter = SpamFilter(model: Fixtures.model(), minLearned: 16)
        let decided = Fixtures.analysis(SpamSample(text: Fixtures.spam[0]), filter).findings
        #expect(decided.prefix(2).map(\.symbol) == ["classifier", "calibration"])
        #expect(decided[0].weight > 0)
    }

    @Test("findings add up to the probability, exactly")
    func sum() throws {
        let filter = SpamFilter(model: Fixtures.model(), minLearned: 1)
        for sample in Self.samples {
            let analysis = Fixtures.analysis(sample, filter)
            let score = try #require(analysis.score)
            let classifier = analysis.findings(classifierOnly: true)
            #expect(classifier.totalWeight == Millionths.value(score.logOdds))
            let others = analysis.findings.filter { $0.symbol != "classifier" && $0.symbol != "calibration" }
            #expect(analysis.findings.totalWeight == classifier.totalWeight + others.totalWeight)
        }
    }

    @Test("judges alike whatever the order and the number of tasks")
    func parallel() async {
        let filter = SpamFilter(model: Fixtures.model(), minLearned: 1)
        let alone = Self.samples.map { Fixtures.analysis($0, filter).findings }
        let together = await withTaskGroup(of: (Int, [Finding]).self) { group in
            for part in 0..<4 {
                group.addTask { (part, []) }
                for (index, sample) in Self.samples.enumerated().reversed() where index % 4 == part {
                    group.addTask { (index + 4, Fixtures.analysis(sample, filter).findings) }
                }
            }
            var results = [[Finding]](repeating: [], count: Self.samples.count)
            for await (index, findings) in group where index >= 4 { results[index - 4] = findings }
            return results
        }
        #expect(together == alone)
    }

    @Test("room that is used again leaves nothing of the comment before")
    func scratch() {
        let filter = SpamFilter(model: Fixtures.model(), minLearned: 1)
        var scratch = SpamFilter.Scratch()
        for sample in Self.samples + Self.samples.reversed() {
            #expect(filter.analyze(sample, scratch: &scratch).findings == Fixtures.analysis(sample, filter).findings)
        }
    }

    @Test("names what told it most, and the shares add up to the score")
    func telling() throws {
        let filter = SpamFilter(model: Fixtures.model(), minLearned: 1)
        let sample = SpamSample(
            text: "Check out cheap watches at http://watches.example/offer",
            name: "Bob",
            email: "a@b.example"
        )
        let score = filter.model.score(Fixtures.analysisFeatures(sample)).logOdds
        let all = filter.tellings(sample)
        #expect(abs(Double(all.reduce(0) { $0 + $1.weight }) / 1e6 - score) < 1e-6 * Double(all.count))
        let most = filter.mostTelling(sample)
        #expect(most.count == 10)
        #expect(most.contains { $0.what == "\"watches\"" && $0.weight > 0 })
        #expect(zip(most, most.dropFirst()).allSatisfy { $0.weight.magnitude >= $1.weight.magnitude })
        #expect(SpamFilter(model: Model()).mostTelling(sample).isEmpty)
    }

    @Test("rules of a site that has none are built in")
    func rules() throws {
        let directory = try TemporaryDirectory()
        #expect(try SpamRules(directory: directory.path).weights == HeuristicWeights())
        try "many_hosts: x".write(toFile: directory.file("heuristics.yaml"), atomically: true, encoding: .utf8)
        #expect(throws: SpamRules.Failure.self) { try SpamRules(directory: directory.path) }
        try "many_hosts: 3".write(toFile: directory.file("heuristics.yaml"), atomically: true, encoding: .utf8)
        #expect(try SpamRules(directory: directory.path).weights.weight(of: .manyHosts) == 3_000_000)
    }
}
