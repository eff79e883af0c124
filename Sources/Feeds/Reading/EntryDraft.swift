/// An entry while it is read: of several elements with one meaning, the outermost counts, and of these the last.
struct EntryDraft {
    var entry = FeedEntry()
    var hasContent = false
    /// The entry's categories where there are too many to look through.
    private var seen: Set<FeedCategory> = []
    private var depths = InlineArray<8, Int>(repeating: .max)
    private var countDepth = Int.max

    /// Begins another entry.
    mutating func reset() {
        entry.removeAll()
        hasContent = false
        if !seen.isEmpty { seen = [] }
        depths = InlineArray(repeating: .max)
        countDepth = .max
    }

    /// Takes a text unless one further out was taken.
    mutating func set(_ name: FeedTexts.Name, _ text: UnsafeBufferPointer<UInt8>, depth: Int) {
        guard counts(name, depth: depth) else { return }
        entry.texts.set(name, text)
    }

    /// Whether an element at `depth` is as far out as the one that was taken; then it is the one that counts.
    mutating func counts(_ name: FeedTexts.Name, depth: Int) -> Bool {
        guard depth <= depths[name.rawValue] else { return false }
        depths[name.rawValue] = depth
        return true
    }

    mutating func setCommentCount(_ count: Int, depth: Int) {
        guard depth <= countDepth else { return }
        countDepth = depth
        entry.commentCount = count
    }

    // MARK: Categories

    private static let few = 32

    func contains(_ category: FeedCategory) -> Bool {
        seen.isEmpty ? entry.categories.contains(category) : seen.contains(category)
    }

    mutating func append(_ category: FeedCategory) {
        entry.categories.append(category)
        if !seen.isEmpty {
            seen.insert(category)
        } else if entry.categories.count > Self.few {
            seen = Set(entry.categories)
        }
    }

    /// Gives the last category its term.
    mutating func setLastTerm(_ term: String) {
        guard var last = entry.categories.popLast() else { return }
        seen.remove(last)
        last.term = term
        append(last)
    }
}
