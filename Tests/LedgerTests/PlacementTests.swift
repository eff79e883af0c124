import Comments
import Ledger
import Testing

@Suite("Places in a thread")
struct PlacementTests {
    @Test("a reply under a held parent is published when the parent is")
    func heldParent() throws {
        let site = try TemporaryLedger()
        let parent = try site.record(.held)
        let reply = try site.record(.approved, parent: parent, second: 1)
        #expect(try site.shown().isEmpty)
        #expect(try site.stored(reply).publication == nil)
        try site.act(.approve, parent)
        #expect(try site.shown() == ["\(parent)", "\(reply)"])
        #expect(try site.stored(parent).publication == 1)
        #expect(try site.stored(reply).publication == 2)
        let thread = try #require(try site.ledger.publishedThread(1))
        #expect(thread.count == 2)
        #expect(thread.topLevel == 1)
    }

    @Test("when a published parent is withdrawn its replies stay under a tombstone, which goes with the last of them")
    func tombstone() throws {
        let site = try TemporaryLedger()
        let parent = try site.record(.approved)
        let reply = try site.record(.approved, parent: parent, second: 1)
        try site.act(.spam, parent)
        #expect(try site.shown() == ["\(parent)†", "\(reply)"])
        #expect(try site.ledger.publishedThread(1)?.count == 1)
        #expect(try site.ledger.publishedThread(1)?.topLevel == 1)
        try site.act(.trash, reply)
        #expect(try site.shown().isEmpty)
        #expect(try site.ledger.publishedThread(1)?.topLevel == 0)
        try site.act(.restore, parent)
        try site.act(.restore, reply)
        #expect(try site.shown() == ["\(parent)", "\(reply)"])
        #expect(try site.stored(parent).publication == 1)
    }

    @Test("a reply whose held parent turns out to be spam comes to the top level")
    func spamParent() throws {
        let site = try TemporaryLedger()
        let parent = try site.record(.held)
        let reply = try site.record(.approved, parent: parent, second: 1)
        let answer = try site.record(.approved, parent: reply, second: 2)
        try site.act(.spam, parent)
        #expect(try site.shown() == ["\(reply)", "\(answer)"])
        #expect(try site.ledger.publishedThread(1)?.topLevel == 1)
        try site.act(.approve, parent)
        #expect(try site.shown() == ["\(parent)", "\(reply)", "\(answer)"])
        #expect(try site.ledger.publishedThread(1)?.topLevel == 1)
    }

    @Test("pages hold top-level comments with all that hangs below them")
    func pages() throws {
        let site = try TemporaryLedger()
        var roots: [CommentID] = []
        for second in 0..<5 { roots.append(try site.record(.approved, second: Int64(second))) }
        let reply = try site.record(.approved, parent: roots[1], second: 10)
        #expect(try site.places(offset: 0, limit: 2).map(\.comment.id) == [roots[0], roots[1], reply])
        #expect(try site.places(offset: 4, limit: 2).map(\.comment.id) == [roots[4]])
        #expect(try site.ledger.rank(of: site.stored(roots[3]).sequence, in: 1) == 3)
    }
}
