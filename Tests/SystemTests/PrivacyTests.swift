import Foundation
import Testing

@Suite("No address anywhere public")
struct PrivacyTests {
    private static let planted = [
        "planted.approved@secret.example", "planted.held@secret.example", "planted.spam@secret.example",
        "planted.rejected@secret.example", "planted.broken@secret", "planted.form@secret.example",
        "planted.undecodable@secret.example",
        "203.0.113.77", "2001:db8:77::99", "PlantedAgent/7.7", "https://referrer.secret.example/",
    ]

    @Test("planted e-mails, IPs and agents appear in nothing public, no log, no error, no metric")
    func planted() throws {
        let site = try TemporarySite("log: {level: debug}\n")
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        func traces(_ email: String) -> [String: Any] {
            [
                "email": email, "ip": "203.0.113.77", "userAgent": "PlantedAgent/7.7",
                "referrer": "https://referrer.secret.example/",
            ]
        }
        try site.drop("approved", traces("planted.approved@secret.example"))
        try site.drop("held", traces("planted.held@secret.example").merging(["body": "tombola"]) { $1 })
        try site.drop("spam", traces("planted.spam@secret.example").merging(["website2": "x"]) { $1 })
        try site.drop(
            "rejected",
            traces("planted.rejected@secret.example").merging(["body": "", "ip": "2001:db8:77::99"]) { $1 }
        )
        try site.drop("broken", traces("planted.broken@secret"))
        try site.drop("typed", traces("a\r\nplanted.broken@secret"))
        try site.drop("a.form", "thread=2025%2Fpost&name=F&email=planted.form%40secret.example&body=Hi")
        try site.drop("cut.json", #"{"email":"planted.undecodable@secret.example","ip":"203.0.113.77","body":"#)
        try site.drop("cut.ndjson", "{\"email\":\"planted.undecodable@secret.example\",\"ip\":\"203.0.113.77\"\n")
        try site.drop(
            "wrong.json",
            #"{"thread":"2025/post","email":["planted.broken@secret"],"ip":{"a":"203.0.113.77"},"body":"x"}"#
        )

        var spoken: [String: String] = [:]
        for command in [
            ["run"], ["list"], ["list", "--json"], ["queue"], ["status"], ["status", "--json"], ["outbox", "verify"],
            ["threads", "list"],
        ] {
            spoken[command.joined(separator: " ")] = try site.start(command).wait().everything
        }
        for row in try site.rows() {
            for command in [
                ["show", row.id], ["show", row.id, "--json"], ["explain", row.id], ["explain", row.id, "--json"],
            ] {
                spoken["\(command.joined(separator: " ")) (\(row.delivery ?? ""))"] = try site.start(command).wait()
                    .everything
            }
        }
        spoken["approve"] = try site.run("approve", site.row(sender: "held").id).everything
        for place in ["Outbox/public", "Outbox/status"] {
            for (name, bytes) in try site.files(place) {
                spoken["\(place)/\(name)"] = String(decoding: bytes, as: UTF8.self)
            }
        }
        for (place, text) in spoken {
            for secret in Self.planted where text.lowercased().contains(secret.lowercased()) {
                Issue.record("\(secret) in \(place)")
            }
        }
        // The same grep finds them where they may be: else it proves nothing.
        let id = try site.row(sender: "held").id
        let told = try site.run("show", id, "--private", "--json").output
        #expect(told.contains("planted.held@secret.example"))
        #expect(told.contains("203.0.113.77"))
        #expect(told.contains("PlantedAgent/7.7"))
    }

    @Test("a public author key does not tell whose address was typed")
    func keys() throws {
        let site = try TemporarySite()
        let same = ["email": "one@readers.example", "name": "One"]
        try site.drop("a", same)
        try site.drop("b", same)
        try site.drain()
        let keys = try site.files("Outbox/public").filter { $0.key.hasPrefix("comments/") }.values.compactMap { bytes in
            ((try JSONSerialization.jsonObject(with: bytes) as? [String: Any])?["author"] as? [String: Any])?["key"]
                as? String
        }
        #expect(keys.count == 2)
        #expect(Set(keys).count == 2)
    }
}
