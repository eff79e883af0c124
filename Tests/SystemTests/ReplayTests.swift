import Foundation
import Testing

@Suite("Replay of other rules")
struct ReplayTests {
    private struct Report: Decodable {
        struct Change: Decodable {
            let rule: String?
            let before: String
            let after: String
            let count: Int
            let examples: [String]
        }

        struct Contradiction: Decodable {
            let id: String
            let rule: String?
            let by: String?
            let before: String
            let after: String
            let decided: String
        }

        let judged: Int
        let changed: Int
        let changes: [Change]
        let contradictions: [Contradiction]
    }

    private func replay(_ site: TemporarySite, _ more: String...) throws -> Report {
        let outcome = try site.start(["rules", "replay", "--rules", site.path("Changed"), "--json"] + more).wait()
        try #require(outcome.status == 0, "\(outcome.everything)")
        return try decode(Report.self, outcome.output)
    }

    @Test("tells by rule what would change and what contradicts a moderator, and changes nothing")
    func changes() throws {
        let site = try TemporarySite()
        try site.write("body: tombola\naction: filter\n", to: "Rules/10.yaml")
        for id in ["one", "two", "three"] { try site.drop(id, ["body": "pills, says \(id)"]) }
        try site.drop("game", ["body": "tombola"])
        try site.drop("other", ["body": "Nothing of the kind"])
        try site.drain()
        try site.run("approve", site.row(sender: "two").id)
        try site.run("trash", site.row(sender: "three").id)
        let rows = try site.run("list", "--json").output
        let files = try site.files("Outbox/public")
        let state = Set(try site.files("State").keys)

        try site.write("---\nbody: pills\naction: spam\n", to: "Changed/10.yaml")
        let report = try replay(site)
        #expect(report.judged == 5)
        #expect(report.changed == 4)
        let byRule = report.changes.filter { $0.rule == "10.yaml:2" }
        #expect(byRule.map(\.before) == ["approved"])
        #expect(byRule.map(\.after) == ["spam"])
        #expect(byRule.map(\.count) == [3])
        #expect(try byRule.first?.examples == ["one", "two", "three"].map { try site.row(sender: $0).id })
        let gone = try #require(report.changes.first { $0.rule == "10.yaml:1" })
        #expect(gone.before == "held" && gone.after == "approved" && gone.count == 1)
        #expect(report.contradictions.map(\.id) == [try site.row(sender: "two").id])
        #expect(report.contradictions.first?.rule == "10.yaml:2")
        #expect(report.contradictions.first?.after == "spam")
        #expect(report.contradictions.first?.decided == "approved")

        let shown = try site.run("rules", "replay", "--rules", site.path("Changed"))
        #expect(shown.output.contains("Rule 10.yaml:2\n  3 newly spam, approved before\n"), "\(shown.everything)")
        #expect(shown.output.contains("4 of 5 comments would be decided otherwise; 1 against a moderator's decision"))
        #expect(try replay(site, "--since", "2999-01-01").judged == 0)
        #expect(try site.run("list", "--json").output == rows)
        #expect(try site.files("Outbox/public") == files)
        #expect(Set(try site.files("State").keys) == state)
    }

    @Test("what was held for another reason and approved by a moderator is no contradiction")
    func otherReasons() throws {
        let site = try TemporarySite()
        try site.write("pills\n", to: "Rules/words/moderate.txt")
        for id in ["one", "two"] { try site.drop(id, ["body": "pills, says \(id)"]) }
        try site.drain()
        try site.run("approve", site.row(sender: "one").id)
        try site.write("", to: "Rules/words/moderate.txt")
        try site.write("body: tombola\naction: filter\n", to: "Changed/10.yaml")
        #expect(try replay(site).changed == 0)
        try site.write("body: says two\naction: approve\n", to: "Changed/10.yaml")
        let report = try replay(site)
        #expect(report.changes.map(\.after) == ["approved"])
        #expect(report.contradictions.isEmpty)
    }

    @Test("rules tell a comment that a moderator edited from one that stands as it came")
    func edited() throws {
        let site = try TemporarySite()
        for id in ["one", "two"] { try site.drop(id) }
        try site.drain()
        let one = try site.row(sender: "one").id
        #expect(try site.run("edit", one, input: "Changed by the desk").status == 0)
        try site.write("is_edited: true\nbody: desk\naction: filter\n", to: "Changed/10.yaml")
        let report = try replay(site)
        #expect(report.judged == 2)
        #expect(report.changes.map(\.examples) == [[one]])
    }

    @Test("the rules in force change nothing; rules with an error end with 78")
    func same() throws {
        let site = try TemporarySite()
        let rules = "body: pills\naction: filter\n---\nbody: game\ntag: play\nmodmail: Look.\n"
        try site.write(rules, to: "Rules/10.yaml")
        try site.drop("one", ["body": "pills"])
        try site.drop("two", ["body": "a game"])
        try site.drain()
        let letters = try site.files("Outbox/mail/new").count
        try site.write(rules, to: "Changed/10.yaml")
        #expect(try replay(site).changed == 0)
        #expect(try site.files("Outbox/mail/new").count == letters)
        try site.write("body: [\n", to: "Changed/20.yaml")
        let refused = try site.run("rules", "replay", "--rules", site.path("Changed"))
        #expect(refused.status == 78)
        #expect(refused.errors.contains("20.yaml:"))
    }
}
