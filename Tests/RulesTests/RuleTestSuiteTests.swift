import Testing

@testable import Rules

struct RuleTestSuiteTests {
    private let rules =
        "body: spam\naction: remove\naction_reason: spam word\n---\nbody: hello\naction: report\ntag: greeting"

    @Test(
        "a test passes where the rules do as it expects",
        arguments: [
            ("spam", "{verdict: trashed}", true), ("spam", "{verdict: held}", false),
            ("hello", "{verdict: held}", true),
            ("fine", "{verdict: approved, action: none, matched: none}", true), ("spam", "{action: remove}", true),
            ("spam", "{matched: test.yaml}", true), ("spam", "{matched: 'test:0'}", true),
            ("spam", "{matched: spam word}", true),
            ("hello", "{matched: [greeting], not_matched: [spam word]}", true),
            ("hello", "{not_matched: greeting}", false),
            ("hello", "{matched: [1]}", true), ("fine", "{matched: greeting}", false),
        ]
    )
    func expectations(body: String, expect: String, passes: Bool) throws {
        let suite = RuleTestSuite([(name: "a.yaml", text: "comment: {body: \(body)}\nexpect: \(expect)\n")])
        #expect(suite.diagnostics.isEmpty)
        let outcomes = try TriedRules(rules).run(suite)
        #expect(outcomes.map { $0.failure == nil } == [passes], "\(outcomes)")
    }

    @Test(
        "a document that is no test is an error",
        arguments: [
            "comment: {body: x}", "comment: x\nexpect: {verdict: held}", "comment: {body: x}\nexpect: {verdict: hold}",
            "comment: {body: x}\nexpect: {}", "comment: [", "comment: {body: x}\nexpect: {verdicts: held}",
        ]
    )
    func malformed(yaml: String) {
        let suite = RuleTestSuite([(name: "a.yaml", text: "---\n" + yaml)])
        #expect(suite.tests.isEmpty && suite.diagnostics.map(\.severity) == [.error])
        #expect(suite.diagnostics[0].file == "tests/a.yaml")
    }

    @Test("a comment with numbers beyond reason is read all the same")
    func numbers() {
        let yaml =
            "comment: {body: x, flags: 1.0e+300, author: {approvedCount: 1.0e+300, ageDays: .inf}}\nexpect: {matched: none}"
        #expect(RuleTestSuite([(name: "a.yaml", text: yaml)]).tests.count == 1)
    }
}
