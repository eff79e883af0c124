import Foundation
import Testing

@Suite("A backlog")
struct BacklogTests {
    /// Comments that share senders' ids, words, addresses, hosts and parents with earlier ones, a kilobyte each.
    private static func comments(_ range: Range<Int>) throws -> [Data] {
        try range.map { number in
            var fields: [String: Any] = [
                "thread": "2025/post-\(number % 11)",
                "submittedAt": "2025-03-01T\(10 + number / 120):\(10 + number / 4 % 40):\(10 + number % 45)Z",
                "email": "reader\(number / 2 % 45)@readers.example",
                "name": "Reader \(number / 2 % 45)",
                "ip": "192.0.2.\((number + 1) / 2 % 250)",
                "body": (0..<120).map { "w\(number &* 31 + $0 &* $0)" }.joined(separator: " "),
            ]
            if number % 6 == 5 { fields["parent"] = "d\(number - 11 * (1 + number % 3))" }
            if number % 23 == 7 { fields["id"] = "d\(number - 11)" }
            if number % 8 == 3 {
                fields["body"] =
                    (0..<150).map { "offer\(number / 60 * 1000 + $0)" }.joined(separator: " ") + " \(number % 5)"
            }
            if number % 19 == 4 { fields["body"] = "Look at https://casino\(number % 2).example/x \(number)" }
            if number % 37 == 9 {
                fields["name"] = "Same"
                fields["email"] = "same@readers.example"
                fields["body"] = "Again."
            }
            return try TemporarySite.comment("d\(number)", fields)
        }
    }

    private static func site() throws -> TemporarySite {
        let site = try TemporarySite()
        try site.write(
            TemporarySite.openSettings.replacing("interval: 0s", with: "interval: 40s\n  then: hold"),
            to: "moderato.yaml"
        )
        return site
    }

    /// What was decided on each comment, in order, with whom it answers.
    private static func decisions(_ site: TemporarySite) throws -> [String] {
        let rows = try site.rows()
        let senders = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.senderId ?? "-") })
        return rows.map { row in
            let findings = (row.findings ?? []).map { "\($0.symbol) \($0.weight ?? 0) \($0.note ?? "")" }
            return
                "\(row.name ?? "-") \(row.senderId ?? "-") \(row.parent.flatMap { senders[$0] } ?? "-") \(row.verdict) "
                + findings.joined(separator: "; ")
        }.sorted()
    }

    @Test("is decided as its comments are that come a few at a time")
    func decisions() throws {
        let slow = try Self.site()
        for start in stride(from: 0, to: 1000, by: 100) {
            try slow.drop("\(start).ndjson", TemporarySite.lines(try Self.comments(start..<start + 100)))
            try slow.drain()
        }
        let quick = try Self.site()
        for range in [0..<300, 300..<1000] {
            try quick.drop("\(range.lowerBound).ndjson", TemporarySite.lines(try Self.comments(range)))
            try quick.drain()
        }
        let expected = try Self.decisions(slow)
        let found = try Self.decisions(quick)
        #expect(expected.count == 1000)
        for (one, other) in zip(expected, found) where one != other { Issue.record("\(other), not \(one)") }
        for symbol in ["duplicate", "flood", "sender_id_taken", "parent_dropped", "copy_of_recent", "host_everywhere"] {
            #expect(expected.contains { $0.contains(symbol) }, "nothing tests \(symbol)")
        }
    }
}
