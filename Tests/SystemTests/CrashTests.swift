import Foundation
import Testing

@Suite("Killed at any instruction", .serialized)
struct CrashTests {
    private struct Load {
        var expected: Set<String> = []
        var undecodable = 0
        private var number = 0

        /// One more delivery of some kind.
        mutating func drop(into site: TemporarySite, using random: inout some RandomNumberGenerator) throws {
            number += 1
            func comment(_ index: Int) throws -> Data {
                let id = "k\(number)-\(index)"
                expected.insert(id)
                return try TemporarySite.comment(
                    id,
                    [
                        "thread": "2025/post-\(index % 3)", "body": index % 11 == 7 ? "tombola \(id)" : "Body of \(id)",
                        "parent": index > 0 && index % 3 == 0 ? "k\(number)-\(index - 3)" : "",
                    ]
                )
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0...4: try site.drop("k\(number).json", comment(0))
            case 5, 6:
                let lines = try (0..<Int.random(in: 5...60, using: &random)).map(comment)
                try site.drop("k\(number).ndjson", TemporarySite.lines(lines))
            case 7:
                let items = try (0..<3).map { String(decoding: try comment($0), as: UTF8.self) }
                try site.drop("k\(number).json", "[" + items.joined(separator: ",") + "]")
            case 8:
                expected.insert("form k\(number)")
                try site.drop(
                    "k\(number).form",
                    "thread=2025%2Fpost&name=form+k\(number)&email=f\(number)%40readers.example&body=By+form+\(number)"
                )
            default:
                undecodable += 1
                try site.drop("k\(number).json", "{\"cut\": \(number)")
            }
        }
    }

    @Test(
        "a hundred kills over mixed deliveries: every comment once, the outbox whole, nothing left lying about",
        .timeLimit(.minutes(15))
    )
    func kills() throws {
        let site = try TemporarySite()
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        var random = SystemRandomNumberGenerator()
        var load = Load()
        var kills = 0
        var attempts = 0
        var longest = 0.05
        while kills < 100 && attempts < 1000 {
            attempts += 1
            for _ in 0..<3 { try load.drop(into: site, using: &random) }
            let start = ContinuousClock.now
            let act = attempts % 12 == 0 ? ["approve", "--verdict", "held", "--yes"] : ["run"]
            let running = try site.start(act, environment: ["MODERATO_BATCH": "16"])
            usleep(UInt32(Double.random(in: 0..<1.05, using: &random) * longest * 1_000_000))
            running.signal(SIGKILL)
            let outcome = running.wait()
            if outcome.status == -SIGKILL {
                kills += 1
            } else {
                #expect(outcome.status == 0, "\(outcome.errors)")
                let taken = ContinuousClock.now - start
                longest = max(
                    0.03,
                    min(0.5, Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds))
                )
            }
        }
        #expect(kills >= 100)
        try site.drain()

        let rows = try site.rows()
        let ids = rows.compactMap { $0.senderId ?? ($0.thread == nil ? nil : $0.name) }
        #expect(Set(ids).count == ids.count, "a comment is there twice")
        #expect(Set(ids) == load.expected)
        #expect(rows.count { $0.thread == nil } == load.undecodable)
        #expect(try site.inbox() == [])
        #expect(try site.temporaryFiles() == [])
        try site.verifyOutbox()
        let before = try site.files("Outbox/public")
        #expect(try site.run("outbox", "rebuild").status == 0)
        #expect(try site.files("Outbox/public") == before)
    }
}
