import Comments
import Digests
import Foundation
import GRDB
import Ledger
import Testing

@Suite("The ledger")
struct LedgerTests {
    @Test("a row comes back as it was recorded, also after the ledger is opened anew")
    func roundTrip() throws {
        let site = try TemporaryLedger()
        let id = try site.record(.held, name: "Łukasz\n\"'")
        site.ledger = try Ledger(path: site.directory + "/ledger.sqlite")
        let comment = try site.stored(id)
        #expect(comment.author.name == "Łukasz\n\"'")
        #expect(comment.decision.findings == [Finding("tested", weight: -1_500_000, note: "a “note”")])
        #expect(comment.thread?.url == "https://blog.example/post/")
        #expect(comment.origin.delivery == "1.json")
        #expect(comment.sequence == 1)
    }

    @Test("what throws leaves nothing behind")
    func rollback() throws {
        struct Stop: Error {}
        let site = try TemporaryLedger()
        #expect(throws: Stop.self) {
            try site.ledger.transaction { transaction in
                _ = try transaction.begin(delivery: SHA256.digest("x"), name: "x", arrivedAt: Timestamp(seconds: 0))
                throw Stop()
            }
        }
        #expect(try site.ledger.transaction { try $0.delivery(SHA256.digest("x")) } == nil)
    }

    @Test("a delivery is recognised by its key")
    func deliveries() throws {
        let site = try TemporaryLedger()
        let key = SHA256.digest("x")
        try site.ledger.transaction { transaction in
            let begun = try transaction.begin(delivery: key, name: "x", arrivedAt: Timestamp(seconds: 9))
            try transaction.advance(delivery: begun.number, items: 512, offset: 70_000)
        }
        let progress = try #require(try site.ledger.transaction { try $0.delivery(key) })
        #expect(progress.items == 512 && progress.offset == 70_000 && !progress.isFinished)
        #expect(progress.arrivedAt == Timestamp(seconds: 9))
    }

    @Test("selections narrow by verdict, author, finding, time and number")
    func selections() throws {
        let site = try TemporaryLedger()
        let first = try site.record(.held, name: "Ada", second: 0)
        let second = try site.record(.approved, name: "Bo", second: 60)
        func ids(_ change: (inout Selection) -> Void) throws -> [CommentID] {
            var selection = Selection()
            change(&selection)
            return try site.ledger.comments(selection).map(\.id)
        }
        #expect(try ids { _ in } == [first, second])
        #expect(try ids { $0.verdicts = [.held] } == [first])
        #expect(try ids { $0.author = "Bo" } == [second])
        #expect(try ids { $0.finding = "tested" }.count == 2)
        #expect(try ids { $0.finding = "test" }.isEmpty)
        #expect(try ids { $0.since = Timestamp(seconds: 130) } == [second])
        #expect(try ids { $0.limit = 1 } == [first])
        #expect(try ids { $0.thread = "https://blog.example/other" }.isEmpty)
    }

    @Test("a database from a newer version is refused and left as it is")
    func newerVersion() throws {
        let site = try TemporaryLedger()
        let path = site.directory + "/ledger.sqlite"
        try run("PRAGMA user_version = 99", on: path)
        #expect { try Ledger(path: path) } throws: { error in
            if case LedgerError.newerVersion = error { true } else { false }
        }
    }

    @Test("a damaged database is refused with the way out")
    func corrupt() throws {
        let site = try TemporaryLedger()
        let path = site.directory + "/damaged.sqlite"
        try Data("this is no database, but it is long enough to look at".utf8).write(to: URL(fileURLWithPath: path))
        #expect { try Ledger(path: path) } throws: { error in
            guard case LedgerError.corrupt = error else { return false }
            return "\(error)".contains("backup")
        }
    }

    @Test("a new ledger may be opened by many at once")
    func openedAtOnce() async throws {
        let site = try TemporaryLedger()
        let path = site.directory + "/shared.sqlite"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try Ledger(path: path) } }
            try await group.waitForAll()
        }
    }

    @Test("the file is private")
    func mode() throws {
        let site = try TemporaryLedger()
        for suffix in ["", "-wal"] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: site.directory + "/ledger.sqlite" + suffix
            )
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    private func run(_ sql: String, on path: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
}
