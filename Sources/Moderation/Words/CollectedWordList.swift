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
        let published = published.places(in: hits)
        var hidden = hidden.places(in: hits)[...]
        var found: [WordHits.Hit] = []
        found.reserveCapacity(published.count + hidden.count)
        for place in published {
            while let other = hidden.first, other < place { found.append(hit(hidden.removeFirst(), isPrivate: true)) }
            if hidden.first != place { found.append(hit(place, isPrivate: false)) }
        }
        for place in hidden { found.append(hit(place, isPrivate: true)) }
        return found
    }

    private func hit(_ place: Int, isPrivate: Bool) -> WordHits.Hit {
        let entry = list.entries[place]
        return WordHits.Hit(entry: entry.text, line: entry.line, isPrivate: isPrivate)
    }
}
