import Testing

@testable import Spam

@Suite("Learning together")
struct LearningTogetherTests {
    private static let examples = Fixtures.lessons(rounds: 6).map { Example($0.features, isSpam: $0.isSpam) }

    private func model(_ examples: [Example], from start: Model = Model()) -> Model {
        var model = start
        model.learn(examples)
        return model
    }

    /// What scores depend on; the lineage and so the version tell the order.
    private func numbers(_ model: Model) -> [UInt64] {
        var state = model.state
        state.remove(at: 3)
        return state
    }

    @Test("makes the same model of any order, to the bit")
    func anyOrder() {
        let expected = numbers(model(Self.examples))
        let sorted = Self.examples.filter(\.isSpam) + Self.examples.filter { !$0.isSpam }
        #expect(numbers(model(Self.examples.reversed())) == expected)
        #expect(numbers(model(sorted)) == expected)
        #expect(numbers(model(sorted.reversed())) == expected)
    }

    @Test("counts as learning one after the other does")
    func counts() {
        var online = Fixtures.model(rounds: 1)
        let together = model(Self.examples, from: online)
        for example in Self.examples { online.learn(example.features, isSpam: example.isSpam) }
        #expect(together.counts == online.counts)
        #expect((together.spam, together.ham, together.sequence) == (online.spam, online.ham, online.sequence))
    }

    @Test("is sure of its classes, whatever end of a file they stand at")
    func sorted() {
        let model = model(Self.examples.filter { !$0.isSpam } + Self.examples.filter(\.isSpam))
        #expect(model.score(Fixtures.features("Buy cheap watches, click http://watches.example")).probability > 0.9)
        #expect(model.score(Fixtures.features("The bread came out well, thank you")).probability < 0.1)
    }

    @Test("of one comment is learning it, and of none is nothing")
    func few() {
        var online = Fixtures.model()
        let before = online.state
        #expect(model([], from: online).state == before)
        let one = model([Self.examples[0]], from: online)
        online.learn(Self.examples[0].features, isSpam: true)
        #expect(one.state == online.state)
    }

    @Test("leaves a copy made before as it was")
    func snapshot() {
        let before = Fixtures.model()
        let state = before.state
        #expect(model(Self.examples, from: before).state != state)
        #expect(before.state == state)
    }
}
