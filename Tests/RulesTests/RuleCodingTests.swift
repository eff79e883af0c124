import Digests
import Testing

@testable import Rules

struct RuleCodingTests {
    private static let everything = #"""
        author:
            name (includes, case-sensitive): [Ann, Bob]
            comment_karma: < 3
            account_age: "< 2 days"
            satisfy_any_threshold: true
        body+id#2 (regex, includes): ['\bpills?(\d)', '(?i)b.d']
        action: remove
        priority: -3
        action_reason: "{{match-2}} by {{author}}"
        ---
        ~body: [bread]
        ignore_blockquotes: true
        body_longer_than: 5
        body_shorter_than: 60
        reports: 0
        is_top_level: true
        is_edited: false
        author: {is_submitter: false, is_moderator: false, is_contributor: false}
        parent_submission: {domain: [a.example], url: /x/}
        modmail: "{{body}}"
        modmail_subject: See
        comment: Hello
        message: Bye
        score: -1.25
        tag: long
        moderators_exempt: true
        ---
        body#1: []
        action: report
        report_reason: always
        ---
        subreddit: other
        action: remove
        """#

    private static let subjects = [
        RuleSubject(),
        RuleSubject(body: "pills7 and bad", authorName: "Ann"),
        RuleSubject(body: "something else", authorName: "Cy", postURL: "https://sub.a.example/x/"),
        RuleSubject(body: "> pills7\nbread", authorName: "bob", postURL: "https://a.example/x/1"),
    ]

    private static func written(_ rules: RuleSet) -> [UInt8] {
        var writer = SealedWriter()
        rules.write(to: &writer)
        return writer.bytes
    }

    @Test("a rule set that was written and read says the same of every comment")
    func sameAnswers() throws {
        let tried = try TriedRules(Self.everything)
        let again = try TriedRules(readingBack: tried)
        #expect(tried.rules.count == 3)
        #expect(again.rules.diagnostics == tried.rules.diagnostics && !tried.rules.diagnostics.isEmpty)
        #expect(Self.written(again.rules) == Self.written(tried.rules))
        var matches = 0
        for subject in Self.subjects {
            for approved in [0, 9] {
                let facts = RuleFacts(approvedComments: approved, secondsKnown: Double(approved) * 86400)
                let (one, other) = (tried.outcome(subject, facts), again.outcome(subject, facts))
                matches += one.matches.count
                #expect("\(one)" == "\(other)")
            }
        }
        #expect(matches > 4)
    }

    @Test("damaged bytes give an error or another set, never a crash")
    func damage() throws {
        let bytes = Self.written(try TriedRules(Self.everything).rules)
        func isRead(_ bytes: [UInt8]) -> Bool {
            bytes.withUnsafeBytes { bytes in
                var reader = SealedReader(bytes)
                return (try? RuleSet(from: &reader)) != nil
            }
        }
        #expect(isRead(bytes))
        for count in bytes.indices { #expect(!isRead(Array(bytes[..<count])), "\(count)") }
        for place in bytes.indices {
            for flip in [1, 0x40, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[place] ^= flip
                _ = isRead(damaged)
            }
        }
    }
}
