import Comments
import Digests
import GRDB
import Ledger
import Testing

@Suite("Steps of one transaction")
struct StepTests {
    private struct Stop: Error {}

    private func begin(_ name: String, in ledger: Ledger) throws {
        try ledger.step { transaction in
            _ = try transaction.begin(
                delivery: SHA256.digest(name),
                name: name,
                arrivedAt: Timestamp(seconds: 0)
            )
        }
    }

    private func isKnown(_ name: String, to ledger: Ledger) throws -> Bool {
        try ledger.transaction { try $0.delivery(SHA256.digest(name)) } != nil
    }

    @Test("know of those before them, and are durable together")
    func together() throws {
        let site = try TemporaryLedger()
        try begin("a", in: site.ledger)
        #expect(try site.ledger.step { try $0.delivery(SHA256.digest("a")) } != nil)
        try begin("b", in: site.ledger)
        let other = try DatabaseQueue(path: site.directory + "/ledger.sqlite")
        func deliveries() throws -> Int? {
            try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM deliveries") }
        }
        #expect(try deliveries() == 0)
        try site.ledger.commit()
        #expect(try deliveries() == 2)
    }

    @Test("are all undone where one throws, but not what was committed before")
    func failure() throws {
        let site = try TemporaryLedger()
        try begin("a", in: site.ledger)
        try site.ledger.commit()
        try begin("b", in: site.ledger)
        #expect(throws: Stop.self) { try site.ledger.step { _ in throw Stop() } }
        try begin("c", in: site.ledger)
        try site.ledger.commit()
        #expect(try isKnown("a", to: site.ledger))
        #expect(try !isKnown("b", to: site.ledger))
        #expect(try isKnown("c", to: site.ledger))
    }

    @Test("are nothing to commit where one failed or none was done")
    func nothing() throws {
        let site = try TemporaryLedger()
        try site.ledger.commit()
        try begin("a", in: site.ledger)
        #expect(throws: Stop.self) { try site.ledger.step { _ in throw Stop() } }
        try site.ledger.commit()
        #expect(try !isKnown("a", to: site.ledger))
    }

    @Test("are undone where the ledger is closed before they are committed")
    func closed() throws {
        let site = try TemporaryLedger()
        try begin("a", in: site.ledger)
        site.ledger = try Ledger(path: site.directory + "/other.sqlite")
        let again = try Ledger(path: site.directory + "/ledger.sqlite")
        #expect(try !isKnown("a", to: again))
    }
}
