import Glibc
import Testing

@testable import Spam

@Suite("Learning")
struct LearningTests {
    @Test("tells spam from ham after a few comments")
    func learns() {
        let model = Fixtures.model()
        #expect(model.score(Fixtures.features("Buy cheap watches, click http://watches.example")).probability > 0.9)
        #expect(model.score(Fixtures.features("The bread came out well, thank you")).probability < 0.1)
    }

    @Test("a model that knows nothing calls everything even")
    func empty() {
        let model = Model()
        #expect(model.isEmpty)
        #expect(model.score(Fixtures.features("Buy cheap watches")).probability == 0.5)
    }

    @Test("naive Bayes keeps silent until both classes are known")
    func oneClass() {
        var model = Model()
        let features = Fixtures.features("Buy cheap watches")
        for _ in 0..<3 { model.learn(features, isSpam: true) }
        #expect(model.score(features).bayes == 0)
        model.learn(Fixtures.features("the bread came out well"), isSpam: false)
        #expect(model.score(features).bayes > 0)
    }

    @Test("a feature counts for naive Bayes from its second comment on")
    func secondComment() {
        var model = Model()
        model.learn(Fixtures.features("alpha beta gamma delta"), isSpam: true)
        model.learn(Fixtures.features("epsilon zeta eta theta"), isSpam: false)
        let before = model.score(Fixtures.features("alpha beta gamma delta")).bayes
        model.learn(Fixtures.features("alpha beta gamma delta"), isSpam: true)
        #expect(model.score(Fixtures.features("alpha beta gamma delta")).bayes > before + 0.1)
    }

    @Test("what is unlearnt leaves the counts as if it had never been")
    func unlearn() {
        var model = Fixtures.model()
        let counts = model.counts
        let features = Fixtures.features("Free pills at pills.example.com, free pills")
        model.learn(features, isSpam: true)
        let learnt = model.counts
        #expect(learnt != counts)
        model.unlearn(features, isSpam: true)
        #expect(model.counts == counts)
        #expect((model.spam, model.ham) == (16, 16))
        model.learn(features, isSpam: true)
        #expect(model.counts == learnt)
    }

    @Test("a changed verdict moves the counts over and the score towards it")
    func relearn() {
        var model = Fixtures.model()
        var other = model
        let features = Fixtures.features("A comment of which one cannot be sure")
        model.learn(features, isSpam: true)
        let before = model.score(features).logistic
        model.relearn(features, isSpam: false)
        other.learn(features, isSpam: false)
        #expect(model.counts == other.counts)
        #expect(model.score(features).logistic < before)
    }

    @Test("unlearning what was never learnt holds the counts at 0")
    func neverLearnt() {
        var model = Model()
        model.unlearn(Fixtures.features("hello there"), isSpam: true)
        #expect(model.spam == 0)
        #expect(model.counts.allSatisfy { $0 == .zero })
    }

    @Test("does not change a copy made before")
    func snapshot() {
        var model = Fixtures.model()
        let snapshot = model
        let state = snapshot.state
        model.learn(Fixtures.features("more and more spam"), isSpam: true)
        #expect(snapshot.state == state)
        #expect(model.state != state)
    }

    @Test("is the same to the bit every time, and its version names the history")
    func deterministic() {
        #expect(Fixtures.model().state == Fixtures.model().state)
        #expect(Fixtures.model().version == Fixtures.model().version)
        #expect(Fixtures.model().version != Fixtures.model(rounds: 3).version)
    }

    @Test("a vector survives its bytes")
    func bytes() throws {
        var extractor = FeatureExtractor()
        let sample = SpamSample(
            text: "Buy at http://shop.example.com",
            name: "Ann",
            email: "a@mail.example",
            website: "https://www.ann.example/"
        )
        let features = extractor.features(of: sample)
        #expect(features.counts[FeatureGroup.hosts.rawValue] == 6)
        #expect(FeatureVector(bytes: features.bytes) == features)
        #expect(FeatureVector(bytes: []) == nil)
        #expect(FeatureVector(bytes: features.bytes.dropLast()) == nil)
        #expect(FeatureVector(bytes: features.bytes.dropLast(3)) == nil)
        #expect(FeatureVector(bytes: [UInt8](repeating: 0xFF, count: 60)) == nil)
    }

    @Test(
        "logarithm and exponential agree with the C library's",
        arguments: [1e-6, 0.2, 0.7, 1, 1.5, 2, 10.2, 12345.678, 1e9]
    )
    func logarithm(x: Double) {
        #expect(abs(Logarithm.ln(x) - log(x)) <= 4e-16 * max(1, abs(log(x))))
        #expect(abs(Logarithm.exp(log(x)) / x - 1) < 1e-14)
    }
}
