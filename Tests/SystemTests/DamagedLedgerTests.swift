import Foundation
import Testing

@Suite("A damaged ledger")
struct DamagedLedgerTests {
    @Test("is refused (74) by every command, the inbox stays, and the way out that it names brings the comments back")
    func salvage() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else {
            print("A damaged ledger was not salvaged: sqlite3 is not installed here.")
            return
        }
        let site = try TemporarySite()
        try site.drop("many.ndjson", TemporarySite.lines((0..<300).map { try TemporarySite.comment("c\($0)") }))
        try site.drain()
        let ledger = site.path("State/ledger.sqlite")
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: ledger))
        for page in [3, 5, 8, 12] {
            try file.seek(toOffset: UInt64(page) * 4096)
            try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
        }
        try file.close()

        try site.drop("waits")
        let refused = try site.run("run")
        #expect(refused.status == 74)
        #expect(try site.run("list").status == 74)
        #expect(try site.inbox() == ["waits.json"])

        let command = try #require(refused.errors.firstMatch(of: /sqlite3 .* \| sqlite3 salvaged.sqlite/)).0
        let script = "cd '\(site.path("State"))' && \(command) && rm ledger.sqlite* && mv salvaged.sqlite ledger.sqlite"
        let salvage = try RunningProgram(["/bin/sh", "-c", script], in: site.root).wait()
        #expect(salvage.status == 0, "\(salvage.everything)")
        try site.drain()
        let senders = Set(try site.rows().compactMap(\.senderId))
        #expect(senders.contains("waits") && senders.count > 200, "\(senders.count)")
        #expect(try site.run("outbox", "rebuild").status == 0)
        try site.verifyOutbox()
    }
}
