/// Gathers patterns before they are compiled into one database.
///
/// A *field* is one text of a comment, numbered from 0 by the owner: the body, the name … Each pattern looks at one field.
public struct PatternCollector: Sendable {
    /// One thing to search for, and the patterns that it makes hold.
    struct Entry: Sendable {
        let pattern: Pattern
        let field: Int
        var owners: [PatternID]
    }

    private struct Key: Hashable {
        let pattern: Pattern
        let field: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var fieldCount = 0
    /// How many patterns were added.
    public private(set) var count = 0
    private var places: [Key: Int] = [:]

    public init() {}

    /// Adds a pattern that looks at `field`.
    public mutating func add(_ pattern: Pattern, field: Int) -> PatternID {
        add(anyOf: CollectionOfOne(pattern), field: field)
    }

    /// Adds a pattern that holds where any of `alternatives` is found in `field`. Equal alternatives of different patterns are
    /// searched for once.
    public mutating func add(anyOf alternatives: some Sequence<Pattern>, field: Int) -> PatternID {
        let id = PatternID(count)
        count += 1
        fieldCount = max(fieldCount, field + 1)
        for pattern in alternatives {
            let key = Key(pattern: pattern, field: field)
            if let place = places[key] {
                if entries[place].owners.last != id { entries[place].owners.append(id) }
            } else {
                places[key] = entries.count
                entries.append(Entry(pattern: pattern, field: field, owners: [id]))
            }
        }
        return id
    }
}
