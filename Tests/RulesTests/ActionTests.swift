import Testing

@testable import Rules

struct ActionTests {
    @Test("placeholders are filled in once, with what was found")
    func placeholders() throws {
        let tried = try TriedRules(
            """
            body#1 (regex): 'buy (\\w+)'
            body#2: now
            action: filter
            action_reason: "{{match}} by {{author}}: {{match-2}}, {{match-body#2}}, {{match-body#1-2}}, {{match-9}}, {{unknown}}"
            modmail: "{{kind}} {{permalink}} {{title}} {{body}}"
            modmail_subject: "{{match-0}}"
            """
        )
        let subject = RuleSubject(
            body: "{{author}} Buy gold now",
            authorName: "{{body}}",
            postTitle: "Post",
            permalink: "https://x.example/#1"
        )
        let match = try #require(tried.outcome(subject).removal)
        #expect(match.reason == "Buy gold by {{body}}: gold, now, gold, {{match-9}}, {{unknown}}")
        #expect(match.messages.map(\.recipient) == [.moderators])
        #expect(match.messages[0].body == "comment https://x.example/#1 Post {{author}} Buy gold now")
        #expect(match.messages[0].subject == " Buy gold ")
        #expect(match.found.map(\.words) == ["Buy gold", "now"])
        #expect(match.finding.symbol == "rule:test.yaml:1")
        #expect(match.finding.note.hasPrefix(#"Rule test.yaml:1 matched: “Buy gold” by buy (\w+), “now”"#))
        #expect(RulePlace.named(in: match.finding) == "test.yaml:1")
    }

    @Test("a message leaves out what an unproven visitor wrote; a reply and mail to the moderators don't")
    func unverified() throws {
        let tried = try TriedRules(
            "body (regex): '.+'\nmessage: 'Dear {{author}}: {{match}} {{title}}'\ncomment: 'Dear {{author}}'"
        )
        let subject = RuleSubject(body: "spam", authorName: "Eve", postTitle: "T")
        func bodies(_ isVerified: Bool) -> [String] {
            tried.outcome(subject, RuleFacts(isVerified: isVerified)).matches[0].messages.map(\.body)
        }
        #expect(bodies(true) == ["Dear Eve", "Dear Eve: spam T"])
        #expect(bodies(false) == ["Dear Eve", "Dear :  T"])
    }

    @Test("what was found in an address is never shown")
    func privacy() throws {
        let tried = try TriedRules(
            "author:\n    email (regex): '.+@.+'\n    ip: '192.0.2.7'\nbody: hello\naction: filter"
        )
        let match = try #require(
            tried.outcome(RuleSubject(body: "hello", email: "a@b.example", ip: "192.0.2.7")).removal
        )
        #expect(match.found.map(\.words) == ["hello"])
    }
}
