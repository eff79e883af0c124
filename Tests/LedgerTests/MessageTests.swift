import Comments
import Ledger
import Testing

@Suite("Messages that are due")
struct MessageTests {
    @Test("the text of a message is forgotten once it is delivered, and kept until then")
    func forgotten() throws {
        let site = try TemporaryLedger()
        try site.ledger.transaction { try $0.postTrouble("Disk full", "No room is left.", at: Timestamp(seconds: 1)) }
        let due = try site.dispatches()
        let number = try #require(due.first { $0.kind == .message }).target
        #expect(try site.ledger.message(number)?.subject == "Disk full")
        let last = try #require(due.last).number
        try site.ledger.transaction { try $0.settle(upTo: last, messages: [number]) }
        #expect(try site.dispatches().isEmpty)
        let message = try #require(try site.ledger.message(number))
        #expect(message.subject == nil && message.body == nil)
    }
}
