/// A regular expression in Python's syntax, read and checked.
///
/// Dot matches all, classes are Unicode's. What Python 2 and 3 disagree on is read as AutoModerator's authors know it: `(?i)` anywhere
/// counts for the whole, a letter after a backslash that means nothing is that letter.
public struct Expression: Sendable {
    /// As it was written.
    public let source: String
    /// As it was asked for when the source was read.
    let ignoringCase: Bool
    /// Its place among the source's alternatives; nil for the whole.
    let branch: Int?
    let root: Node
    /// How many groups it captures.
    public let captureCount: Int
    /// What is allowed but probably not meant.
    public let notes: [String]

    /// Reads `source`.
    ///
    /// - Parameter ignoringCase: as Python's `IGNORECASE`.
    public init(_ source: String, ignoringCase: Bool = true) throws(ExpressionError) {
        guard source.utf8.count <= Self.maximumLength else {
            throw ExpressionError(problem: .tooLong(limit: Self.maximumLength), offset: 0)
        }
        let scalars = source.unicodeScalars.map(\.value)
        var flags = ExpressionFlags(ignoringCase: ignoringCase)
        // A flag in the middle counts from the start, so reading starts again with what was found.
        while true {
            var parser = ExpressionParser(scalars, flags: flags)
            let root = try parser.parse()
            if parser.foundFlags == flags {
                self.source = source
                self.ignoringCase = ignoringCase
                branch = nil
                self.root = root
                captureCount = parser.captureCount
                notes = parser.notes
                return
            }
            flags = parser.foundFlags
        }
    }

    private init(branch: Int, of whole: Expression, root: Node) {
        source = whole.source
        ignoringCase = whole.ignoringCase
        self.branch = branch
        self.root = root
        captureCount = whole.captureCount
        notes = []
    }

    /// In bytes; longer sources are refused.
    public static let maximumLength = 256 * 1024
}

extension Expression {
    /// Whether PCRE2 can compile it; what it can't is far too large.
    public var isAccepted: Bool { Confirmation(self).isAccepted }

    /// Whether it needs nothing of a text: it may match where there is nothing.
    public var matchesEverything: Bool {
        !root.contains { if case .assertion(.notInsideWord) = $0 { false } else { $0.isZeroWidth } }
            && root.width.minimum == 0
    }
}

extension Expression: Hashable {
    public static func == (a: Expression, b: Expression) -> Bool { a.root == b.root }

    public func hash(into hasher: inout Hasher) { hasher.combine(root) }
}

extension Expression {
    /// The same search as several smaller ones, any of which holds exactly where this one does: the branches of the first
    /// group, each within what surrounds the group. One that is nothing but framed text becomes a literal.
    public var alternatives: [Pattern] {
        guard case .sequence(let parts) = root, let place = parts.firstIndex(where: \.isOuterGroup),
            case .capture(_, let inner) = parts[place], !root.contains(\.refersToGroup)
        else { return [.expression(self)] }
        let before = Array(parts[..<place])
        let after = Array(parts[(place + 1)...])
        let branches: [Node] = if case .alternation(let branches) = inner { branches } else { [inner] }
        let frame = Frame(before: before, after: after)
        // Of `(?:^|\W|\b)` around a group only where the group stands matters here, not what the frame takes.
        let edges = frame == .word ? ([.assertion(.notInsideWord)], [.assertion(.notInsideWord)]) : (before, after)
        return branches.enumerated().map { place, branch in
            if let frame, case .text(let scalars, let ignoringCase) = branch {
                return .literal(
                    String(scalars: scalars),
                    casing: ignoringCase ? .foldedLikePython : .exact,
                    frame: frame
                )
            }
            let root = Node.sequence(edges.0 + [.capture(1, branch)] + edges.1)
            return .expression(Expression(branch: place, of: self, root: root))
        }
    }
}

extension Node {
    fileprivate var isOuterGroup: Bool {
        if case .capture(1, _) = self { true } else { false }
    }

    /// An assertion or look-around.
    fileprivate var isZeroWidth: Bool {
        switch self {
        case .assertion, .look: true
        default: false
        }
    }

    fileprivate var refersToGroup: Bool {
        switch self {
        case .reference, .conditional: true
        default: false
        }
    }
}

extension Frame {
    /// The frame that these nodes around a group make, if they make one.
    fileprivate init?(before: [Node], after: [Node]) {
        let edge = Node.set(ScalarSet(members: [.category(.word, negated: true)]), ignoringCase: false)
        let wordStart = Node.alternation([.assertion(.textStart), edge, .assertion(.wordBoundary)])
        let wordEnd = Node.alternation([.assertion(.textEndOrNewline), edge, .assertion(.wordBoundary)])
        let edges = Node.repetition(edge, minimum: 0, maximum: nil, .greedy)
        switch (before, after) {
        case ([], []): self = .anywhere
        case ([wordStart], [wordEnd]): self = .word
        case ([.assertion(.textStart)], []): self = .start
        case ([], [.assertion(.textEndOrNewline)]): self = .end
        case ([.assertion(.textStart)], [.assertion(.textEndOrNewline)]): self = .whole
        case ([.assertion(.textStart), edges], [edges, .assertion(.textEndOrNewline)]): self = .wholeBarPunctuation
        default: return nil
        }
    }
}

extension String {
    init(scalars: [UInt32]) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        self = String(view)
    }
}
