import Comments
import Ledger
import Moderation
import Spam
import Testing

@Suite("Neighbours")
struct NeighbourTests {
    private static let campaign =
        "Dear friend, I made nine thousand dollars in a week from home and so can you, ask me how it is done today"
    private static let day: Int64 = 86_400

    private func thread(_ number: Int) -> String { "https://blog.example/post-\(number)" }

    private func neighbours(
        _ site: TemporaryLedger,
        of body: String = campaign,
        thread number: Int = 0,
        hosts: [Int64] = [],
        email: Int64? = nil,
        second: Int64
    ) throws -> SpamHistory {
        let query = NeighbourQuery(
            thread: thread(number),
            signature: site.signature(of: body),
            hostKeys: hosts,
            emailKey: email,
            moment: Timestamp(seconds: 100 + second)
        )
        return try site.ledger.transaction { try $0.neighbours(query) }
    }

    @Test("nearly the same text counts in other threads, for three days and not before its time")
    func copies() throws {
        let site = try TemporaryLedger()
        let start = 40 * Self.day
        try site.record(.spam, thread: thread(1), second: start, body: Self.campaign)
        try site.record(.held, thread: thread(2), second: start + 60, body: Self.campaign + "!")
        try site.record(.approved, thread: thread(0), second: start, body: Self.campaign)
        try site.record(
            .approved,
            thread: thread(3),
            second: start,
            body: "A quite different text that talks of bread and of how long it has to rise."
        )
        #expect(try neighbours(site, second: start + 60).copies == 2)
        #expect(try neighbours(site, second: start).copies == 1)
        #expect(try neighbours(site, thread: 1, second: start + 60).copies == 2)
        #expect(try neighbours(site, second: start - 1).copies == 0)
        #expect(try neighbours(site, second: start + 3 * Self.day).copies == 2)
        #expect(try neighbours(site, second: start + 3 * Self.day + 1).copies == 1)
        #expect(try neighbours(site, of: "too short", second: start).copies == 0)
    }

    @Test("copies are found across the ages of their keys", arguments: [0, 13, 14, 15, 16, 17, -1, -17])
    func ages(day: Int64) throws {
        let site = try TemporaryLedger()
        let start = day * Self.day
        try site.record(.held, thread: thread(1), second: start, body: Self.campaign)
        #expect(try neighbours(site, second: start + 2 * Self.day).copies == 1)
    }

    @Test("threads with the same host or e-mail within the hour are counted once each, the own one not")
    func hostsAndEmails() throws {
        let site = try TemporaryLedger()
        for number in [0, 1, 2, 2, 3] {
            try site.record(.held, thread: thread(number), second: Int64(number) * 600, hosts: [-7, 8], email: 5)
        }
        let history = try neighbours(site, hosts: [8, -7, 9], email: 5, second: 1800)
        #expect(history.threadsOfHost == 3)
        #expect(history.threadsOfAuthor == 3)
        #expect(try neighbours(site, hosts: [8], email: 5, second: 4201).threadsOfHost == 2)
        #expect(try neighbours(site, hosts: [9], email: 6, second: 1800) == SpamHistory())
    }

    @Test("a rejected comment is nobody's neighbour")
    func rejected() throws {
        let site = try TemporaryLedger()
        try site.record(.rejected, thread: thread(1), body: Self.campaign, hosts: [7], email: 5)
        #expect(try neighbours(site, hosts: [7], email: 5, second: 1) == SpamHistory())
    }

    @Test("however many copies there are, only the latest are looked at")
    func bounded() throws {
        let site = try TemporaryLedger()
        for number in 0..<100 { try site.record(.spam, thread: thread(number + 1), body: Self.campaign, hosts: [7]) }
        let history = try neighbours(site, hosts: [7], second: 1)
        #expect((60...64).contains(history.copies))
        #expect(history.threadsOfHost == 64)
    }

    @Test("a campaign is found by text at any time and by host")
    func similar() throws {
        let site = try TemporaryLedger()
        let first = try site.record(.held, thread: thread(1), second: 0, body: Self.campaign, hosts: [7])
        let copy = try site.record(.spam, thread: thread(1), second: 400 * Self.day, body: "So: " + Self.campaign)
        let linked = try site.record(.held, thread: thread(2), body: "short", hosts: [7, 8])
        let other = try site.record(.held, thread: thread(2), body: "short too", hosts: [8])
        func similar(_ id: CommentID) throws -> [CommentID] {
            var selection = Selection()
            selection.sequences = try site.ledger.similar(to: id)
            return try site.ledger.comments(selection).map(\.id)
        }
        #expect(try similar(first) == [first, copy, linked])
        #expect(try similar(copy) == [first, copy])
        #expect(try similar(other) == [linked, other])
        #expect(throws: LedgerError.self) { try site.ledger.similar(to: CommentID(high: 1, low: 2)) }
    }

    @Test("what is purged is nobody's neighbour, also where a place is left of it")
    func purged() throws {
        let site = try TemporaryLedger()
        let parent = try site.record(.spam, thread: thread(1), body: Self.campaign, hosts: [7])
        try site.record(.spam, thread: thread(2), body: Self.campaign, hosts: [7])
        let reply = try site.record(.approved, thread: thread(1), parent: parent, body: Self.campaign, hosts: [7])
        #expect(try neighbours(site, hosts: [7], second: 1).copies == 3)
        #expect(try site.purge(second: 2000) == 2)
        let history = try neighbours(site, hosts: [7], second: 1)
        #expect(history == SpamHistory(copies: 1, threadsOfHost: 1, threadsOfAuthor: 0))
        #expect(try site.ledger.similar(to: reply).count == 1)
    }
}
