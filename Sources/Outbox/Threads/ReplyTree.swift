import Comments

/// Where each comment of a page hangs: replies under what they answer, at most `maxDepth` deep, oldest first.
///
/// Nothing recurses, so that a chain of any length can be laid out.
struct ReplyTree {
    /// Indices into the entries, each comment before its replies, with the depth it is shown at.
    private(set) var order: [(entry: Int, depth: Int)] = []
    /// The entry that each one answers, -1 where it is at the top.
    private(set) var parents: [Int]

    /// - Parameter maxDepth: at least 1.
    init(_ entries: [PlacedComment], maxDepth: Int) {
        var indices: [CommentID: Int] = [:]
        indices.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() { indices[entry.comment.id] = index }
        parents = entries.map { entry in entry.comment.parent.flatMap { indices[$0] } ?? -1 }
        let (hangers, depths) = Self.place(&parents, maxDepth: maxDepth)
        let byAge = entries.indices.sorted {
            let (left, right) = (entries[$0].comment, entries[$1].comment)
            return (left.postedAt, left.sequence) < (right.postedAt, right.sequence)
        }
        layOut(byAge, under: hangers, depths: depths)
    }

    /// Under which entry each one is shown, and how deep. Answers that go in a circle are cut open.
    private static func place(_ parents: inout [Int], maxDepth: Int) -> (hangers: [Int], depths: [Int]) {
        let unknown = -1
        let underWay = -2
        var depths = [Int](repeating: unknown, count: parents.count)
        var hangers = parents
        var path: [Int] = []
        for start in parents.indices where depths[start] == unknown {
            var index = start
            while index >= 0, depths[index] == unknown {
                depths[index] = underWay
                path.append(index)
                if parents[index] >= 0, depths[parents[index]] == underWay { parents[index] = -1 }
                index = parents[index]
            }
            while let index = path.popLast() {
                var hanger = parents[index]
                if hanger >= 0, depths[hanger] == maxDepth - 1 { hanger = hangers[hanger] }
                hangers[index] = hanger
                depths[index] = hanger >= 0 ? depths[hanger] + 1 : 0
            }
        }
        return (hangers, depths)
    }

    private mutating func layOut(_ byAge: [Int], under hangers: [Int], depths: [Int]) {
        var firstReply = [Int](repeating: -1, count: byAge.count)
        var next = firstReply
        var open: [Int] = []
        // Youngest first, each is put before its elder siblings, so that lists come out oldest first.
        for index in byAge.reversed() where hangers[index] >= 0 {
            next[index] = firstReply[hangers[index]]
            firstReply[hangers[index]] = index
        }
        order.reserveCapacity(byAge.count)
        for top in byAge where hangers[top] < 0 {
            open.append(top)
            while let index = open.popLast() {
                order.append((index, depths[index]))
                if next[index] >= 0 { open.append(next[index]) }
                if firstReply[index] >= 0 { open.append(firstReply[index]) }
            }
        }
    }
}
