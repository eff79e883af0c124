import Patterns

/// Which rules a comment may match, told by the patterns that hold for it: of thousands a few.
struct RuleIndex: Sendable {
    /// Rules that need no pattern, by their places in the order of trying.
    private let free: [Int]
    /// For each pattern the rule that matches only where it or another of the same check holds; -1 where there is none.
    private let anchored: [Int32]

    init(_ rules: [CollectedRule]) {
        var free: [Int] = []
        var anchored: [Int32] = []
        for place in rules.indices {
            guard let anchor = rules[place].anchor else {
                free.append(place)
                continue
            }
            if anchored.count < anchor.upperBound {
                anchored += repeatElement(-1, count: anchor.upperBound - anchored.count)
            }
            for pattern in anchor { anchored[pattern] = Int32(place) }
        }
        self.free = free
        self.anchored = anchored
    }

    /// The places of the rules to be tried, in order, each once.
    func candidates(_ hits: PatternHits) -> [Int] {
        var found: [Int] = []
        for id in hits.matched where id.index < anchored.count && anchored[id.index] >= 0 {
            found.append(Int(anchored[id.index]))
        }
        guard !found.isEmpty else { return free }
        found.sort()
        var candidates: [Int] = []
        candidates.reserveCapacity(free.count + found.count)
        var rest = free[...]
        for place in found where place != candidates.last {
            while let first = rest.first, first < place { candidates.append(rest.removeFirst()) }
            candidates.append(place)
        }
        return candidates + rest
    }
}

extension CollectedRule {
    /// The patterns of the first check that needs one of its own.
    fileprivate var anchor: Range<Int>? {
        var next = firstPattern
        for check in rule.checks {
            guard case .search(let search) = check else { continue }
            if search.expression != nil, !search.isNegated { return next..<next + search.patternCount }
            next += search.patternCount
        }
        return nil
    }
}
