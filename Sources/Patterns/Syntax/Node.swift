/// A regular expression's syntax tree, in Python's meaning.
indirect enum Node: Sendable, Hashable {
    /// These scalars, one after another.
    case text([UInt32], ignoringCase: Bool)
    /// One scalar of a set.
    case set(ScalarSet, ignoringCase: Bool)
    /// One scalar, whichever.
    case any
    case sequence([Node])
    case alternation([Node])
    case capture(Int, Node)
    case atomic(Node)
    /// `maximum` nil: without limit.
    case repetition(Node, minimum: Int, maximum: Int?, Greed)
    case assertion(Assertion)
    case look(Direction, negated: Bool, Node)
    case reference(Int, ignoringCase: Bool)
    case conditional(group: Int, then: Node, otherwise: Node)

    static let empty = Node.sequence([])

    enum Greed: Sendable, Hashable {
        case greedy
        case lazy
        case possessive
    }

    enum Direction: Sendable, Hashable {
        case ahead
        case behind
    }

    enum Assertion: Sendable, Hashable {
        case textStart
        case textEnd
        /// At the end, or before a newline that ends the text.
        case textEndOrNewline
        case lineStart
        case lineEnd
        /// Where a word doesn't go on: what AutoModerator's `includes-word` asks of both ends.
        case notInsideWord
        case wordBoundary
        case notWordBoundary
    }
}

extension Node {
    /// The least and most scalars it matches; nil is no limit.
    var width: (minimum: Int, maximum: Int?) {
        switch self {
        case .text(let scalars, _): (scalars.count, scalars.count)
        case .set, .any: (1, 1)
        case .sequence(let parts):
            parts.reduce((0, 0)) { sum, part in
                let width = part.width
                return (sum.0 &+ width.minimum, sum.1.flatMap { a in width.maximum.map { a &+ $0 } })
            }
        case .alternation(let branches): Node.either(branches.map(\.width))
        case .capture(_, let inner), .atomic(let inner): inner.width
        case .repetition(let inner, let minimum, let maximum, _): inner.repeatedWidth(minimum, maximum)
        case .assertion, .look: (0, 0)
        case .reference: (0, nil)
        case .conditional(_, let then, let otherwise): Node.either([then.width, otherwise.width])
        }
    }

    private func repeatedWidth(_ minimum: Int, _ maximum: Int?) -> (minimum: Int, maximum: Int?) {
        let width = width
        let most = width.maximum == 0 ? 0 : maximum.flatMap { a in width.maximum.map { a &* $0 } }
        return (width.minimum &* minimum, most)
    }

    private static func either(_ widths: [(minimum: Int, maximum: Int?)]) -> (minimum: Int, maximum: Int?) {
        let least = widths.map(\.minimum).min() ?? 0
        return (least, widths.contains { $0.maximum == nil } ? nil : widths.compactMap(\.maximum).max() ?? 0)
    }

    /// The parts directly below.
    var children: [Node] {
        switch self {
        case .text, .set, .any, .assertion, .reference: []
        case .sequence(let parts), .alternation(let parts): parts
        case .capture(_, let inner), .atomic(let inner), .repetition(let inner, _, _, _), .look(_, _, let inner):
            [inner]
        case .conditional(_, let then, let otherwise): [then, otherwise]
        }
    }

    /// Whether this or any part below is such a node.
    func contains(_ isWanted: (Node) -> Bool) -> Bool {
        isWanted(self) || children.contains { $0.contains(isWanted) }
    }
}
