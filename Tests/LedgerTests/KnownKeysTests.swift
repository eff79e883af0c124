import Comments
import Testing

@testable import Ledger

@Suite("Keys that no comment has need not be looked up")
struct KnownKeysTests {
    /// Numbers as keyed hashes are.
    private static func keys(_ range: Range<Int64>) -> [Int64] { range.map { $0 &* 0x5851_F42D_4C95_7F2D } }

    @Test("none is forgotten, and few are taken for known that are not", arguments: [500, 5000, 50_000])
    func filter(expected: Int) throws {
        let known = try #require(KnownKeys(recorded: 0, expected: expected))
        let count = Int64(expected)
        for kind in [KnownKeys.Kind.duplicate, .email, .ip, .band] {
            for key in Self.keys(0..<count) { known.insert(key, kind) }
        }
        let others = Self.keys(count..<2 * count)
        for kind in [KnownKeys.Kind.duplicate, .email, .ip, .band] {
            #expect(Self.keys(0..<count).allSatisfy { known.mayHold($0, kind) })
            #expect(others.count { known.mayHold($0, kind) } < expected / 50)
        }
        #expect(Self.keys(0..<count).count { known.mayHold($0, .host) } < expected / 50)
    }

    @Test("a time counts by the hour, also before 1970")
    func hours() throws {
        let known = try #require(KnownKeys(recorded: 0, expected: 500))
        func time(_ hours: Int64) -> Timestamp { Timestamp(seconds: hours * 3600 + 1800) }
        for hour in [-700_000, -1, 0, 480_000] as [Int64] {
            known.insert(hour, .email, at: time(hour))
            #expect(known.mayHold(hour, .email, from: time(hour - 1), to: time(hour)))
            #expect(known.mayHold(hour, .email, from: time(hour), to: time(hour + 1)))
            #expect(!known.mayHold(hour, .email, from: time(hour + 2), to: time(hour + 3)))
            #expect(
                known.mayHold(hour, .email, from: time(hour + 2), to: time(hour + 1000)),
                "a span is too long to tell"
            )
            #expect(!known.mayHold(hour, .email, from: time(hour), to: time(hour - 1)))
        }
    }

    @Test("where few comments come, or few beside what is recorded, the ledger is asked")
    func worthIt() {
        #expect(KnownKeys(recorded: 0, expected: 499) == nil)
        #expect(KnownKeys(recorded: 501, expected: 500) == nil)
        #expect(KnownKeys(recorded: 500, expected: 500) != nil)
    }

    @Test("what was recorded before, and what another process records in between, is known")
    func filled() throws {
        let site = try TemporaryLedger()
        try site.record(.approved, body: "first", hosts: [4], email: 41)
        try site.ledger.expect(comments: 1000)
        func isFound(_ key: Int64) throws -> Bool {
            try site.ledger.transaction { transaction in
                #expect(transaction.known != nil)
                let start = Timestamp(seconds: 0)
                return try transaction.hasNeighbour(
                    ipKey: nil,
                    emailKey: key,
                    after: start,
                    before: Timestamp(seconds: 5000)
                )
            }
        }
        #expect(try isFound(41))
        #expect(try !isFound(42))
        let mine = site.ledger
        site.ledger = try Ledger(path: site.directory + "/ledger.sqlite")
        try site.record(.approved, body: "second", email: 42)
        site.ledger = mine
        #expect(try isFound(42))
        let third = try site.record(.approved, body: "third", email: 43)
        #expect(try isFound(43))
        #expect(try site.ledger.transaction { try $0.parent(named: "\(third)", in: "")?.id } == third)
    }
}
