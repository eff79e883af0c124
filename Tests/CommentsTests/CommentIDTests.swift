import Digests
import Testing

@testable import Comments

@Suite("Comment ids")
struct CommentIDTests {
    @Test("an id is read back from its 26 digits, in either case")
    func roundTrip() throws {
        let id = CommentID(
            arrival: Timestamp(milliseconds: 1_469_918_176_385),
            hash: (0x0102_0304_0506_0708, 0x090A_0000_0000_0000)
        )
        #expect(id.description.count == 26)
        #expect(id.description.hasPrefix("01ARYZ6S41"))
        #expect(CommentID(id.description) == id)
        #expect(CommentID(id.description.lowercased()) == id)
        #expect(id.arrival.milliseconds == 1_469_918_176_385)
    }

    @Test(
        "what is no ULID is refused",
        arguments: [
            "", "01ARYZ6S41", "81ARYZ6S410000000000000000", "01ARYZ6S41000000000000000U", "01ARYZ6S4100000000000000000",
        ]
    )
    func refuses(text: String) {
        #expect(CommentID(text) == nil)
    }

    @Test("ids depend on the secret, the delivery and the index")
    func keyed() {
        let delivery = SHA256.digest("a.json")
        let time = Timestamp(seconds: 1)
        let one = SiteKeys(secret: [1])
        let other = SiteKeys(secret: [2])
        let ids = [
            one.commentID(delivery: delivery, index: 0, arrival: time),
            one.commentID(delivery: delivery, index: 1, arrival: time),
            other.commentID(delivery: delivery, index: 0, arrival: time),
            one.commentID(delivery: SHA256.digest("b.json"), index: 0, arrival: time),
        ]
        #expect(Set(ids).count == 4)
        #expect(one.commentID(delivery: delivery, index: 0, arrival: time) == ids[0])
    }
}
