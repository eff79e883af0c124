import Testing

@testable import Rules

struct ReadingTests {
    @Test(
        "what can't be read is an error that names the line",
        arguments: [
            ("body: a\nreports: two\naction: remove", 2), ("body: a\naction: delete", 2),
            ("body (nearly): a\naction: remove", 1),
            ("body: a\nauthor:\n    account_age: soon\naction: remove", 3),
            ("body: a\nauthor:\n    comment_karma: <= 3\ntag: x", 3),
            ("body (regex): '(a'\naction: remove", 1), ("body: [a\naction: remove", 2),
            ("body: {a: b}\naction: remove", 1),
            ("type: post\nbody: a\naction: remove", 1), ("body: a\nis_edited: maybe\ntag: x", 2),
            ("body: a\npriority: high\ntag: x", 2), ("body: a\nscore: much", 2),
            ("body: a\naction_reason: 5\naction: remove", 2),
            ("title: !word\naction: remove\nbody: !x", 3),
        ]
    )
    func errors(yaml: String, line: Int) throws {
        let rules = try TriedRules("# first\n---\n" + yaml).rules
        let error = try #require(rules.diagnostics.first { $0.severity == .error })
        #expect(error.line == line + 2)
        #expect(error.file == "test.yaml" && error.document == 1 && error.mend != nil)
        #expect(rules.hasErrors && rules.isEmpty)
    }

    @Test(
        "what this site knows nothing of leaves the rule out with a warning that names it",
        arguments: [
            ("body: a\nauthor:\n    flair_text: x\naction: remove", "flair_text"),
            ("title: a\naction: remove", "title"),
            ("body: a\nset_flair: x", "set_flair"), ("body: a\nparent_submission:\n    set_sticky: true", "set_sticky"),
            ("body: a\ncomment: '{{media_author}}'", "media_"), ("bodyy: a\naction: remove", "bodyy"),
            ("body: a", "does nothing"), ("action: remove", "checks nothing"),
            ("type: any\naction: remove", "checks nothing"),
            ("standard: facebook links\naction: remove", "standard"),
        ]
    )
    func skipped(yaml: String, named: String) throws {
        let rules = try TriedRules(yaml).rules
        #expect(rules.isEmpty && !rules.hasErrors)
        #expect(rules.diagnostics.contains { $0.severity == .warning && $0.message.contains(named) })
    }

    @Test("rules for posts are left out with a note, comments without a word")
    func posts() throws {
        let rules = try TriedRules(
            "type: text submission\ntitle: a\nset_flair: b\naction: remove\n--- # next\njust words\n---\n# nothing"
        ).rules
        #expect(rules.isEmpty)
        #expect(rules.diagnostics.map(\.severity) == [.note])
    }

    @Test("a broken document leaves its neighbours alone, and keeps its number")
    func neighbours() throws {
        let tried = try TriedRules(
            "---\nbody: a\ntag: x\n---\nbody: [\n---\nbody: a\nscore: 1.5\n----\nbody: 'a'\ncomment: hello"
        )
        #expect(tried.matched(RuleSubject(body: "a")) == [1, 3, 4])
        #expect(tried.outcome(RuleSubject(body: "a")).matches[1].finding.weight == 1_500_000)
    }

    @Test("a key given twice counts once, with a warning: the last")
    func repeated() throws {
        let tried = try TriedRules("body: a\n\"body\": b\naction: report\naction: approve")
        #expect(tried.matched(RuleSubject(body: "a")).isEmpty)
        #expect(tried.outcome(RuleSubject(body: "b")).acting?.action == .approve)
        #expect(tried.rules.diagnostics.map(\.line) == [3, 1] || tried.rules.diagnostics.map(\.line) == [1, 3])
    }

    @Test(
        "an unquoted value that YAML reads as something else is looked for as that, with a warning",
        arguments: [("0123", "83"), ("1:30", "90"), ("yes", "True"), ("1.50", "1.5"), ("[a, 1_000]", "1000")]
    )
    func unquoted(value: String, read: String) throws {
        let tried = try TriedRules("body: \(value)\naction: report")
        #expect(tried.matches(body: read))
        #expect(tried.rules.diagnostics.map(\.severity) == [.warning])
        #expect(tried.rules.diagnostics.first?.message.contains(" \(read),") == true)
    }

    @Test("an unquoted number that is read as it stands needs no warning", arguments: ["2024", "-5", "1.5", "a 0123"])
    func plain(value: String) throws {
        let tried = try TriedRules("body: \(value)\naction: report")
        #expect(tried.matches(body: "see \(value) there") && tried.rules.diagnostics.isEmpty)
    }

    @Test("random bytes are rules, or no rules, or errors, and never a crash")
    func randomBytes() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "body", "author", ":", " ", "\n", "---\n", "[", "]", "{", "}", "'", "\"", "(regex)", "&a", "*a", "!", "|",
            ">", "-", "#", "~", "é", "\t", "?", "%",
            "(", "\\", "action: remove\n", "\u{FEFF}", "\0", "<<: ", "reports: 1\n", "\u{E001}",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            _ = try TriedRules(text).matched(RuleSubject(body: "body"))
            _ = RuleTestSuite([(name: "t.yaml", text: text)])
        }
        for _ in 0..<1000 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try TriedRules(String(decoding: bytes, as: UTF8.self))
        }
    }
}
