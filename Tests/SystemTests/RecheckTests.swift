import Foundation
import Testing

@Suite("Campaigns and recheck")
struct RecheckTests {
    private static let campaign =
        "Dear friend, I made nine thousand dollars in a week from home and so can you, ask me how it is done"

    @Test("a campaign is listed by one of its comments, and settled by one decision")
    func campaign() throws {
        let site = try TemporarySite()
        try site.drop("text1", ["body": Self.campaign, "thread": "2025/a"])
        try site.drop("text2", ["body": Self.campaign + " today!", "thread": "2025/b"])
        try site.drop("link1", ["body": "Look: https://pills.example/a"])
        try site.drop("link2", ["body": "See <a href=\"https://pills.example/b\">this</a>"])
        try site.drop("own1", ["body": "As in https://blog.example/2025/a"])
        try site.drop("own2", ["body": "As in https://blog.example/2025/b"])
        try site.drain()
        let id = try site.row(sender: "text2").id
        #expect(try site.rows("--similar", id).compactMap(\.senderId) == ["text1", "text2"])
        let link = try site.row(sender: "link1").id
        #expect(try site.rows("--similar", link).compactMap(\.senderId) == ["link1", "link2"])
        #expect(try site.rows("--similar", site.row(sender: "own1").id).count == 1)
        #expect(try site.rows("--similar", link, "--verdict", "spam").isEmpty)
        #expect(try site.run("spam", "--similar", link).status == 64)
        #expect(try site.run("spam", "--similar", link, "--yes").status == 0)
        #expect(try site.rows("--verdict", "spam").compactMap(\.senderId) == ["link1", "link2"])
        #expect(try site.run("list", "--similar", "01ARZ3NDEKTSV4RRFFQ69G5FAV").status == 65)
        try site.verifyOutbox()
    }

    @Test("a copy in another thread is a sign of spam, and so is a host in many threads")
    func signs() throws {
        let site = try TemporarySite()
        for number in 0..<5 {
            try site.drop("text\(number)", ["body": Self.campaign, "thread": "2025/\(number)"])
            try site.drop("link\(number)", ["body": "\(number): http://pills.example", "thread": "2025/\(number)"])
        }
        try site.drain()
        #expect(try !site.row(sender: "text0").symbols.contains("copy_of_recent"))
        #expect(try site.row(sender: "text1").symbols.contains("copy_of_recent"))
        #expect(try site.row(sender: "link4").symbols.contains("host_everywhere"))
        #expect(try !site.row(sender: "link2").symbols.contains("host_everywhere"))
    }

    @Test("recheck shows what today's lists would change, and changes it only when asked, but nothing a human decided")
    func recheck() throws {
        let site = try TemporarySite()
        for id in ["one", "two", "three"] { try site.drop(id, ["body": "tombola, says \(id)"]) }
        try site.drop("other", ["body": "Nothing of the kind"])
        try site.drain()
        try site.run("approve", site.row(sender: "two").id)
        let before = try site.files("Outbox/public")
        let mail = try site.files("Outbox/mail/new").count
        #expect(try site.run("recheck").output.contains("0 of 3 comments would change"))

        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        let shown = try site.run("recheck")
        #expect(shown.status == 0)
        #expect(shown.output.contains("2 of 3 comments would change"), "\(shown.everything)")
        #expect(shown.output.contains("2 from approved to held"))
        #expect(shown.output.components(separatedBy: "“tombola” is on the hold list.").count == 3, "\(shown.output)")
        #expect(shown.output.contains("1 decided by moderators stay"))
        #expect(try site.files("Outbox/public") == before)
        #expect(try site.rows("--verdict", "held").isEmpty)
        #expect(try site.run("recheck", "--since", "2999-01-01").output.contains("0 of 0"))

        let one = try site.row(sender: "one").id
        let applied = try site.run("recheck", "--apply", "--json", "--author", "Ada one")
        #expect(
            applied.output.contains("\"before\":\"approved\",\"after\":\"held\",\"applied\":true"),
            "\(applied.everything)"
        )
        #expect(try site.rows("--verdict", "held").map(\.id) == [one])
        #expect(!site.exists("Outbox/public/comments/2025/post/\(one).json"))
        #expect(try !site.read("Outbox/public/feeds/comments.json").contains(one))
        #expect(try site.files("Outbox/mail/new").count == mail + 1)
        try site.run("recheck", "--apply")
        #expect(try Set(site.rows("--verdict", "held").compactMap(\.senderId)) == ["one", "three"])
        #expect(try site.row(sender: "two").verdict == "approved")
        #expect(try site.row(sender: "one").decidedBy == nil)
        #expect(try site.row(sender: "one").symbols.contains("held_word"))
        try site.verifyOutbox()

        try site.write("", to: "Rules/words/moderate.txt")
        try site.run("recheck", "--apply")
        #expect(try site.rows("--verdict", "held").isEmpty)
        #expect(site.exists("Outbox/public/comments/2025/post/\(one).json"))
        try site.verifyOutbox()
    }

    @Test("what is taught today changes what was decided yesterday, where no human did")
    func model() throws {
        let site = try TemporarySite("spam:\n  minLearned: 3\n")
        for number in 0..<12 {
            let body = number % 2 == 0 ? "casino bonus win money \(number)" : "what a thoughtful essay \(number)"
            try site.drop("c\(number)", ["body": body])
        }
        try site.drain()
        #expect(try site.rows("--verdict", "approved").count == 12)
        for number in 0..<8 { try site.run(number % 2 == 0 ? "spam" : "approve", site.row(sender: "c\(number)").id) }
        try site.run("recheck", "--apply")
        let changed = try site.rows().filter { $0.decidedBy == nil && $0.verdict != "approved" }.compactMap(\.senderId)
        #expect(changed == ["c8", "c10"])
        try site.verifyOutbox()
    }
}
