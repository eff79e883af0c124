import Testing

@testable import Spam

@Suite("Lessons of the ledger")
struct LessonTests {
    @Test(
        "a crash at any lesson loses nothing: the saved model and the lessons make the same model",
        arguments: [0, 1, 7, 16, 31, 32]
    )
    func crash(after saved: Int) throws {
        let directory = try TemporaryDirectory()
        let lessons = Fixtures.lessons()
        var running = Model()
        for lesson in lessons {
            try running.take([lesson])
            if lesson.sequence == Int64(saved) { try running.save(directory.file("model")) }
        }
        var reopened = try Model.open(directory.file("model")) ?? Model()
        #expect(reopened.sequence == Int64(saved))
        try reopened.take(lessons)
        #expect(reopened.state == running.state)
        #expect(reopened.version == running.version)
    }

    @Test("a lesson that was learnt is passed over, one that does not follow is an error")
    func turn() throws {
        let lessons = Fixtures.lessons()
        var model = Model()
        try model.take([lessons[0]])
        let state = model.state
        try model.take([lessons[0]])
        #expect(model.state == state)
        #expect(throws: ModelError.lessonOutOfTurn(sequence: 3, known: 1)) { try model.take([lessons[2]]) }
        #expect(model.state == state)
    }

    @Test("of comments that were learnt together make the same model, at once or after a crash")
    func together() throws {
        let examples = Fixtures.lessons().map { Example($0.features, isSpam: $0.isSpam) }
        var running = Fixtures.model(rounds: 1)
        let before = running
        running.learn(examples)
        let lessons = examples.enumerated().map { index, example in
            Lesson(
                sequence: before.sequence + Int64(index) + 1,
                act: index == examples.count - 1 ? .joinedLast : .joined,
                isSpam: example.isSpam,
                features: example.features
            )
        }
        var reopened = before
        try reopened.take(lessons)
        #expect(reopened.state == running.state)
        #expect(reopened.version == running.version)
        try reopened.take(lessons)
        #expect(reopened.state == running.state)
        var unfinished = before
        #expect(throws: ModelError.self) { try unfinished.take(lessons.dropLast()) }
        #expect(unfinished.state == before.state)
    }

    @Test("of every act")
    func acts() throws {
        let features = Fixtures.features("one comment")
        var model = Model()
        try model.take([Lesson(sequence: 1, act: .learn, isSpam: true, features: features)])
        #expect((model.spam, model.ham) == (1, 0))
        try model.take([Lesson(sequence: 2, act: .relearn, isSpam: false, features: features)])
        #expect((model.spam, model.ham) == (0, 1))
        try model.take([Lesson(sequence: 3, act: .unlearn, isSpam: false, features: features)])
        #expect((model.spam, model.ham) == (0, 0))
        #expect(model.sequence == 3)
    }
}
