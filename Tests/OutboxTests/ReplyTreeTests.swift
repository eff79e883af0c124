import Comments
import Testing

@testable import Outbox

@Suite("How replies hang together")
struct ReplyTreeTests {
    /// `order` as text: each entry's number after as many dashes as it is deep.
    private func layout(_ comments: [StoredComment], maxDepth: Int = 5) -> [String] {
        let tree = ReplyTree(Desk.entries(comments), maxDepth: maxDepth)
        return tree.order.map { String(repeating: "-", count: $0.depth) + "\(comments[$0.entry].origin.index)" }
    }

    @Test("replies follow what they answer, oldest first, in whatever order they are given")
    func nested() {
        let comments = [
            Desk.comment(0), Desk.comment(1), Desk.comment(2, answers: 0), Desk.comment(3, answers: 2),
            Desk.comment(4, answers: 0), Desk.comment(5, answers: 1),
        ]
        let expected = ["0", "-2", "--3", "-4", "1", "-5"]
        #expect(layout(comments) == expected)
        #expect(layout(comments.reversed()) == expected)
    }

    @Test("a deeper reply hangs on its nearest allowed ancestor")
    func capped() {
        let chain = (0..<5).map { Desk.comment($0, answers: $0 > 0 ? $0 - 1 : nil) }
        #expect(layout(chain, maxDepth: 3) == ["0", "-1", "--2", "--3", "--4"])
        #expect(layout(chain, maxDepth: 1) == ["0", "1", "2", "3", "4"])
    }

    @Test("equal times are in the order of judgement")
    func sameTime() {
        let comments = [2, 0, 1].map { Desk.comment($0, minutes: 0) }
        #expect(layout(comments) == ["0", "1", "2"])
    }

    @Test("a reply dated before what it answers stays below it")
    func earlierReply() {
        #expect(layout([Desk.comment(0, minutes: 9), Desk.comment(1, answers: 0, minutes: 2)]) == ["0", "-1"])
    }

    @Test("a comment whose parent is not on the page stands at the top")
    func orphan() {
        #expect(layout([Desk.comment(1, answers: 99)]) == ["1"])
    }

    @Test("answers that go in a circle are shown once each")
    func circle() {
        let comments = [Desk.comment(0, answers: 2), Desk.comment(1, answers: 0), Desk.comment(2, answers: 1)]
        #expect(Set(layout(comments, maxDepth: 9).map { $0.drop { $0 == "-" } }) == ["0", "1", "2"])
        #expect(layout([Desk.comment(0, answers: 0)]) == ["0"])
    }

    @Test("a chain of 10,000 replies is laid out", arguments: [5, 20000])
    func longChain(maxDepth: Int) {
        let chain = (0..<10000).map { Desk.comment($0, answers: $0 > 0 ? $0 - 1 : nil) }
        let tree = ReplyTree(Desk.entries(chain.reversed()), maxDepth: maxDepth)
        #expect(tree.order.count == 10000)
        #expect(tree.order.last?.depth == min(maxDepth - 1, 9999))
    }
}
