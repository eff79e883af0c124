import Patterns
import Testing

@testable import Rules

struct LintTests {
    @Test(
        "rules that can't be meant are named",
        arguments: [
            ("author: {comment_karma: < -10}\naction: remove", "never match"),
            ("body_longer_than: 10\nbody_shorter_than: 5\naction: remove", "never match"),
            ("author: {is_moderator: true}\naction: remove", "never match"),
            ("parent_submission: {domain: www.example.org}\naction: remove", "never match"),
            ("type: comment\naction: remove", "nearly every"), ("body (regex): '.*'\naction: spam", "nearly every"),
            ("body: [a, b]\naction: remove\n---\nbody: [a]\nauthor: [x]\naction: filter", "never reached"),
            ("body (regex): '(a+)+b'\naction: report", "repeat within a repeat"),
            (#"body (regex, includes): '\b(?!\w)'"# + "\naction: report", "by itself"),
        ]
    )
    func found(yaml: String, message: String) throws {
        let tried = try TriedRules(yaml)
        let found = RuleLint.diagnostics(of: tried.rules, database: tried.database)
        #expect(found.contains { $0.message.contains(message) }, "\(found)")
    }

    @Test(
        "sound rules are left in peace",
        arguments: [
            "body: [a, b]\naction: remove\n---\nbody: [a, c]\naction: filter",
            "body: a\nauthor: x\naction: remove\n---\nbody: a\naction: filter",
            "body: [a, b]\naction: remove\n---\nbody: a\naction: filter\npriority: 2",
            "body: a\naction: remove\n---\nbody: a\naction: report\nmoderators_exempt: false",
            "body (regex): 'a+b'\naction: report", "~body: a\naction: filter",
        ]
    )
    func silent(yaml: String) throws {
        let tried = try TriedRules(yaml)
        #expect(RuleLint.diagnostics(of: tried.rules, database: tried.database).isEmpty)
    }
}
