import Testing

@testable import Rules

struct OrderTests {
    @Test("the removal of highest priority ends everything; without one every other rule acts")
    func order() throws {
        let tried = try TriedRules(
            """
            body: one
            action: report
            ---
            body: one
            tag: seen
            ---
            body: two
            action: filter
            ---
            body: two
            action: remove
            priority: 1
            ---
            type: comment
            action: approve
            """
        )
        #expect(tried.matched(RuleSubject(body: "one two")) == [3])
        #expect(tried.matched(RuleSubject(body: "one")) == [0, 1, 4])
        #expect(tried.outcome(RuleSubject(body: "one")).acting?.action == .report)
        #expect(tried.outcome(RuleSubject(body: "two")).removal?.action == .remove)
    }

    @Test("moderators are spared by removals and reports, unless told otherwise")
    func moderators() throws {
        let tried = try TriedRules(
            """
            body: a
            action: remove
            ---
            body: a
            action: report
            ---
            body: a
            action: approve
            ---
            body: b
            action: remove
            moderators_exempt: false
            """
        )
        #expect(tried.matched(RuleSubject(body: "a"), RuleFacts(isTrusted: true)) == [2])
        #expect(tried.matched(RuleSubject(body: "b"), RuleFacts(isTrusted: true)) == [3])
    }

    @Test(
        "thresholds compare with what is known of the author",
        arguments: [
            ("comment_karma: < 3", 2, 0.0, true), ("comment_karma: < 3", 3, 0, false), ("comment_karma: 3", 3, 0, true),
            ("comment_karma: == 3", 3, 0, true), ("comment_karma: '> -1'", 0, 0, true),
            ("combined_karma: '> 2'", 3, 0, true),
            ("post_karma: < 1", 9, 0, true), ("link_karma: '> 0'", 9, 0, false), ("account_age: < 2", 0, 1.9, true),
            ("account_age: < 2", 0, 2, false), ("account_age: '> 1 year'", 0, 366, true),
            ("account_age: < 1 month", 0, 29, true),
            ("account_age: < 30 minutes", 0, 0.1, false), ("account_age: 1 week", 0, 7, true),
            ("comment_karma: < 3\naccount_age: < 2", 1, 5, false),
            ("comment_karma: < 3\naccount_age: < 2\nsatisfy_any_threshold: true", 1, 5, true),
        ]
    )
    func thresholds(check: String, karma: Int, days: Double, expected: Bool) throws {
        let indented = check.split(separator: "\n").map { "    \($0)\n" }.joined()
        let tried = try TriedRules("author:\n\(indented)tag: x")
        let facts = RuleFacts(approvedComments: karma, secondsKnown: days * 86400)
        #expect(tried.matched(RuleSubject(), facts).isEmpty != expected, "\(tried.rules.diagnostics)")
    }

    @Test("other checks look at the comment's circumstances")
    func circumstances() throws {
        let tried = try TriedRules(
            """
            reports: 2
            tag: a
            ---
            is_top_level: true
            tag: b
            ---
            is_edited: true
            tag: c
            ---
            author: {is_submitter: true}
            tag: d
            ---
            author: {is_contributor: true}
            tag: e
            ---
            author: {is_moderator: false}
            tag: f
            """
        )
        #expect(tried.matched(RuleSubject()) == [1, 5])
        let facts = RuleFacts(
            isTrusted: true,
            isContributor: true,
            isPostAuthor: true,
            flags: 2,
            isReply: true,
            isEdited: true
        )
        #expect(tried.matched(RuleSubject(), facts) == [0, 2, 3, 4])
    }
}
