import Comments
import Digests
import Testing

@testable import Ledger

@Suite("What is kept no longer")
struct RetentionTests {
    private let limits = RetentionLimits(spam: 10, trash: 20, rejected: 30, ip: 40, deliveries: 50)

    @Test(
        "half-way an address is cut to its network",
        arguments: [
            ("203.0.113.7", "203.0.113."), ("203.0.113.", "203.0.113."), ("203.0.113.7, 198.51.100.9", "203.0.113."),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"), ("2001:db8:1::6", "2001:db8:1::"),
            ("2001:db8::6", "2001:db8::"), ("2001:db8::5:6", "2001:db8::"), ("2001:db8:1::", "2001:db8:1::"),
            ("::1", "::"), ("::ffff:203.0.113.7", "::"),
        ]
    )
    func prefix(address: String, prefix: String) {
        #expect(AddressPrefix.shortened(address) == prefix)
    }

    @Test(
        "each verdict goes by its own age since the decision, approved and held comments never",
        arguments: [(Int64(1010), 5), (1011, 4), (1021, 3), (1031, 2), (9999, 2)]
    )
    func ages(second: Int64, left: Int) throws {
        let site = try TemporaryLedger()
        for verdict in Verdict.allCases { try site.record(verdict, at: Timestamp(seconds: 1000)) }
        let now = Timestamp(seconds: second)
        #expect(try site.ledger.hasPurgeable(limits, at: now) == (left < 5))
        let count = try site.ledger.transaction { try $0.purgeComments(limits, at: now) }
        #expect(count == 5 - left)
        #expect(try site.ledger.comments(Selection()).count == left)
        #expect(try !site.ledger.hasPurgeable(limits, at: now))
    }

    @Test("a delivery's key outlives its rows, and is forgotten only without any")
    func deliveries() throws {
        let site = try TemporaryLedger()
        try site.record(.approved, at: Timestamp(seconds: 1000))
        try site.record(.spam, at: Timestamp(seconds: 1000))
        func known(_ number: Int) throws -> Bool {
            try site.ledger.transaction { try $0.delivery(SHA256.digest("delivery \(number)")) } != nil
        }
        _ = try site.ledger.transaction { try $0.purgeComments(limits, at: Timestamp(seconds: 1020)) }
        try site.ledger.transaction { try $0.forget(limits, at: Timestamp(seconds: 1020)) }
        #expect(try known(1) && known(2))
        try site.ledger.transaction { try $0.forget(limits, at: Timestamp(seconds: 1051)) }
        #expect(try known(1))
        #expect(try !known(2))
    }
}
