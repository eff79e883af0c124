import Patterns

/// A word list's patterns in the published and the hidden texts of a comment.
struct CollectedWordList: Sendable {
    /// The published text, then the hidden.
    static let fieldCount = 2

    private let published: CollectedWords
    private let hidden: CollectedWords

    var list: WordList { published.list }
    var patternCount: Int { Self.fieldCount * list.entries.count }

    /// - Parameter firstPattern: how many patterns were collected before the list's.
    init(_ list: WordList, firstPattern: Int) {
        published = CollectedWords(list, first: firstPattern)
        hidden = CollectedWords(list, first: firstPattern + list.entries.count)
    }

    init(_ list: WordList, into collector: inout PatternCollector) {
        published = CollectedWords(list, into: &collector, field: 0)
        hidden = CollectedWords(list, into: &collector, field: 1)
    }

    /// Each entry once, in the list's order; one that hits what is hidden counts as such.
    func hits(in hits: PatternHits) -> [WordHits.Hit] {
        if hits.matched.isEmpty { return [] }
        let hidden = hidden.hits(in: hits)
        let published = published.hits(in: hits)
        if hidden.isEmpty { return published.map { WordHits.Hit($0, isPrivate: false) } }
        let all =
            hidden.map { WordHits.Hit($0, isPrivate: true) }
            + published.filter { !hidden.contains($0) }.map { WordHits.Hit($0, isPrivate: false) }
        return all.sorted { $0.line < $1.line }
    }
}

extension WordHits.Hit {
    fileprivate init(_ entry: WordList.Entry, isPrivate: Bool) {
        self.init(entry: entry.text, line: entry.line, isPrivate: isPrivate)
    }
}
