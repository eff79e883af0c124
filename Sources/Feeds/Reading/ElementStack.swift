/// The elements that are open, innermost last.
struct ElementStack {
    struct Frame {
        var field: FeedField
        var scope: Scope
        /// Where its text begins.
        var start: Int
        /// Which of the bases is in force.
        var base: Int
        /// Whether a person's name or address stands in an element of its own.
        var isStructured = false
        /// For markup in place: where its name stands in the text.
        var markup = 0..<0
        /// Whether it is one that HTML gives no end tag.
        var isVoid = false
    }

    private var frames: [Frame] = []
    private var bases: [FeedBase]

    /// - Parameter base: the one outside of all elements.
    init(base: FeedBase) { bases = [base] }

    var depth: Int { frames.count }
    var scope: Scope { frames.last?.scope ?? .none }
    var base: FeedBase { bases[bases.count - 1] }

    var top: Frame {
        get { frames[frames.count - 1] }
        set { frames[frames.count - 1] = newValue }
    }

    /// - Parameter base: what the element's `xml:base` says.
    mutating func push(_ field: FeedField, start: Int, base address: String?) {
        if let address { bases.append(base.nested(address)) }
        frames.append(Frame(field: field, scope: scope, start: start, base: bases.count - 1))
    }

    mutating func pop() {
        frames.removeLast()
        bases.removeLast(bases.count - 1 - (frames.last?.base ?? 0))
    }

    /// Notes that the innermost person has parts.
    /// - Returns: which person; nil where none is open.
    mutating func structurePerson() -> FeedField? {
        guard let index = frames.lastIndex(where: { $0.field.isPerson }) else { return nil }
        frames[index].isStructured = true
        return frames[index].field
    }
}
