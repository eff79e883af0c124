import Foundation
import Testing

@Suite("Delivered again")
struct RedeliveryTests {
    @Test("a delivery dropped again under its name is recognised and only removed")
    func sameDelivery() throws {
        let site = try TemporarySite()
        for _ in 0..<3 {
            try site.drop("a.json", try TemporarySite.comment("a"))
            try site.drain()
        }
        #expect(try site.rows().count == 1)
        #expect(try site.inbox().isEmpty)
        try site.drop("a.json", try TemporarySite.comment("a"))
        let summary = try site.drain()
        #expect(summary.redelivered == 1)
        #expect(summary.comments == 0)
    }

    @Test("what could not be decoded is recognised too")
    func undecodable() throws {
        let site = try TemporarySite()
        for _ in 0..<2 {
            try site.drop("bad.json", "{")
            try site.drain()
        }
        #expect(try site.rows().count == 1)
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }

    @Test("the same words under another name are a duplicate, with the sender's id left to the first")
    func duplicate() throws {
        let site = try TemporarySite()
        try site.drop("a.json", try TemporarySite.comment("a"))
        try site.drop("b.json", try TemporarySite.comment("a"))
        try site.drain()
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "rejected"])
        #expect(rows.last?.codes == ["comment_duplicate"])
    }

    @Test("a long stream that was interrupted goes on where it was")
    func stream() throws {
        let site = try TemporarySite()
        let comments = try (0..<1500).map { try TemporarySite.comment("s\($0)") }
        try site.drop("stream.ndjson", TemporarySite.lines(comments))
        let running = try site.start(["run"])
        // Killed as soon as something of it is recorded.
        for _ in 0..<400 {
            usleep(10_000)
            if !running.process.isRunning || (try? site.rows("--limit", "1").isEmpty) == false { break }
        }
        running.signal(SIGKILL)
        _ = running.wait()
        try site.drain()
        let ids = try site.rows().compactMap(\.senderId)
        #expect(ids.count == 1500)
        #expect(Set(ids).count == 1500)
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }
}
