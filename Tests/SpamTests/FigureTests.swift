import Testing

@testable import Spam

/// The figures that the guide names, on the development sets.
@Suite("On YouTube's comments", .enabled(if: SharedData.isThere))
struct FigureTests {
    struct Figure: Sendable, CustomTestStringConvertible {
        let name: String
        let missedArea: Double
        let accuracy: Double

        var testDescription: String { name }
    }

    /// Of models that learnt the other two sets.
    private static let table = [
        Figure(name: "psy", missedArea: 0.58, accuracy: 94.6),
        Figure(name: "katyperry", missedArea: 1.38, accuracy: 93.4),
        Figure(name: "lmfao", missedArea: 3.41, accuracy: 93.4),
    ]

    private func score(_ model: Model, _ lines: [LabelledSample]) -> [Evaluation.Outcome] {
        var extractor = FeatureExtractor()
        return lines.map { line in
            Evaluation.Outcome(
                probability: model.score(extractor.features(of: line.sample)).probability,
                isSpam: line.isSpam == true
            )
        }
    }

    private func prequential(_ lines: [LabelledSample]) -> Prequential {
        var run = Prequential(SpamFilter(model: Model()), isClassifierAlone: true)
        for line in lines { _ = run.take(line) }
        return run
    }

    @Test("the classifier that learnt the other two sets tells a third", arguments: table)
    func across(figure: Figure) throws {
        let evaluation = Evaluation(score(try SharedData.model(without: figure.name), try comments(figure)))
        #expect(evaluation.missedArea <= figure.missedArea)
        #expect(evaluation.accuracy >= figure.accuracy - 0.05)
    }

    private func comments(_ figure: Figure) throws -> [LabelledSample] { try SharedData.comments(figure.name) }

    @Test(
        "told at once, the classifier keeps up",
        arguments: [
            Figure(name: "psy", missedArea: 0.74, accuracy: 96.3),
            Figure(name: "katyperry", missedArea: 2.42, accuracy: 93.3),
            Figure(name: "lmfao", missedArea: 1.03, accuracy: 95.1),
        ]
    )
    func online(figure: Figure) throws {
        let evaluation = Evaluation(Array(prequential(try SharedData.stream(figure.name)).outcomes.dropFirst(50)))
        #expect(evaluation.missedArea <= figure.missedArea)
        #expect(evaluation.accuracy >= figure.accuracy - 0.05)
    }

    @Test(
        "told of a fifth, and late, it still learns",
        arguments: [("psy", 5.0), ("katyperry", 9.5), ("lmfao", 7.5), ("dev3", 4.0)]
    )
    func delayed(set: String, limit: Double) throws {
        let spam = Set(try SharedData.stream(set).filter { $0.isSpam == true }.map(\.id))
        var sum = 0.0
        for number in 1...3 {
            var run = Prequential(SpamFilter(model: Model()), isClassifierAlone: true)
            var outcomes: [Evaluation.Outcome] = []
            for line in try SharedData.stream("\(set).c\(number)") {
                guard let probability = run.take(line) else { continue }
                outcomes.append(Evaluation.Outcome(probability: probability, isSpam: spam.contains(line.id)))
            }
            #expect(run.filter.model.sequence < Int64(outcomes.count / 3))
            sum += Evaluation(Array(outcomes.dropFirst(50))).missedArea
        }
        #expect(sum / 3 <= limit)
    }

    @Test("heuristics beside the classifier keep within its figures, and lose no accuracy", arguments: table)
    func heuristics(figure: Figure) throws {
        let model = try SharedData.model(without: figure.name)
        let filter = SpamFilter(model: model)
        let lines = try comments(figure)
        let whole = lines.map { line in
            Evaluation.Outcome(
                probability: Fixtures.analysis(line.sample, filter).probability(classifierOnly: false),
                isSpam: line.isSpam == true
            )
        }
        #expect(Evaluation(whole).missedArea <= figure.missedArea)
        #expect(Evaluation(whole).accuracy >= Evaluation(score(model, lines)).accuracy - 0.05)
    }
}
