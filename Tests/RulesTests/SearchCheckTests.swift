import Testing

@testable import Rules

struct SearchCheckTests {
    @Test(
        "a search check finds what its modifiers say",
        arguments: [
            ("body: spam", "a SPAM!", true), ("body: spam", "spammer", false),
            ("body (includes): spam", "spammer", true),
            ("body (starts-with): spam", "spammer", true), ("body (starts-with): spam", "no spam", false),
            ("body (ends-with): spam", "no spam\n", true), ("body (ends-with): spam", "no spam.", false),
            ("body (full-exact): spam", "spam", true), ("body (full-exact): spam", "spam!", false),
            ("body (full-text): spam", "… spam!!", true), ("body (full-text): spam", "a spam", false),
            ("body (case-sensitive): Spam", "spam", false), ("body (regex): 's[pb]am'", "SBAM", true),
            ("body (regex, includes): 'pa'", "spam", true), ("body (includes, full-exact): pa", "spam", true),
            ("body: [a b, c]", "x c y", true), ("~body: spam", "ham", true), ("~body: spam", "spam", false),
            ("~body#1: spam\n~body#2: eggs", "eggs", false), ("body: []", "anything", true), ("body: ''", "", true),
            ("body+id: spam", "spam", true), ("body+title: spam", "spam", true), ("body+nonsense: spam", "spam", true),
            ("BODY (Includes): spam", "spammer", true), ("body: [yes]", "true", true), ("body: [yes]", "yes", false),
            ("body: ['yes']", "yes", true), ("body: [0123]", "83", true), ("body: [1_000]", "1000", true),
            ("body: '.'", "a.b", true), ("body: '.'", "ab", false), ("body (regex): 'a(?i)b'", "AB", true),
            (#"body (regex): '(a)\2'"#, "aa", true), ("body: spam\nbody: eggs", "spam", false),
            ("body (regex): ['(?:x', ')']", "x|", true),
        ]
    )
    func modifiers(check: String, text: String, expected: Bool) throws {
        let tried = try TriedRules(check + "\ntag: found\n")
        #expect(tried.matches(body: text) == expected, "\(tried.rules.diagnostics)")
    }

    @Test("fields of the author and the post stand below them")
    func groups() throws {
        let tried = try TriedRules(
            """
            author: [Mallory, Eve]
            tag: a
            ---
            author:
                email (ends-with): "@spam.example"
            tag: b
            ---
            ~author: Ada
            tag: c
            ---
            parent_submission:
                domain: example.org
            tag: d
            ---
            parent_submission:
                url: /2024/
            tag: e
            """
        )
        #expect(tried.matched(RuleSubject(authorName: "eve")) == [0, 2])
        #expect(tried.matched(RuleSubject(authorName: "Ada", email: "x@SPAM.example")) == [1])
        #expect(tried.matched(RuleSubject(authorName: "Ada", postURL: "https://www.Example.org/2024/x")) == [3, 4])
        #expect(tried.matched(RuleSubject(authorName: "Ada", postURL: "http://blog.example.org:80")) == [3])
        #expect(tried.matched(RuleSubject(authorName: "Ada", postURL: "http://notexample.com/")).isEmpty)
    }

    @Test("blockquotes are left out where a rule ignores them")
    func quotes() throws {
        let tried = try TriedRules(
            "body: spam\nignore_blockquotes: true\ntag: a\n---\nbody_shorter_than: 3\nignore_blockquotes: true\ntag: b"
        )
        #expect(tried.matched(RuleSubject(body: "> spam\n\nfine")).isEmpty)
        #expect(tried.matched(RuleSubject(body: "> spam\n\n.. no!")) == [1])
        #expect(tried.matched(RuleSubject(body: "> x\r\nspam")) == [0])
    }

    @Test("length is counted from the first word character to the last, in scalars")
    func length() throws {
        let tried = try TriedRules("body_longer_than: 3\nbody_shorter_than: 5\ntag: a")
        #expect(tried.matched(RuleSubject(body: "…ab c!!")) == [0])
        #expect(tried.matched(RuleSubject(body: "abc")).isEmpty)
        #expect(tried.matched(RuleSubject(body: "(a\u{301}bé)")) == [0])
        #expect(tried.matched(RuleSubject(body: "abcde")).isEmpty)
    }
}
