/// Reads Python's regular expression syntax (its `re` module's documentation, 3.11).
struct ExpressionParser {
    private static let maximumDepth = 100
    /// PCRE2's own limit.
    static let maximumRepeats = 65535

    let scalars: [UInt32]
    var place = 0
    /// In force here; groups may change them for themselves.
    var flags: ExpressionFlags
    /// Those that counted from the start and those that were found on the way.
    var foundFlags: ExpressionFlags
    var captureCount = 0
    var names: [String: Int] = [:]
    var openGroups: Set<Int> = []
    private var depth = 0
    var notes: [String] = []

    init(_ scalars: [UInt32], flags: ExpressionFlags) {
        self.scalars = scalars
        self.flags = flags
        foundFlags = flags
    }

    mutating func parse() throws(ExpressionError) -> Node {
        let node = try alternation()
        guard place == scalars.count else { throw error(.unopenedGroup) }
        return node
    }

    // MARK: What stands at the place

    func error(_ problem: ExpressionError.Problem, at offset: Int? = nil) -> ExpressionError {
        ExpressionError(problem: problem, offset: offset ?? place)
    }

    var next: Unicode.Scalar? { place < scalars.count ? Unicode.Scalar(scalars[place]) : nil }

    /// Takes `wanted` if it stands here.
    mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard next == wanted else { return false }
        place += 1
        return true
    }

    // MARK: Branches and repeats

    mutating func alternation() throws(ExpressionError) -> Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw error(.tooDeep) }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func sequence() throws(ExpressionError) -> Node {
        var parts = SequenceBuilder()
        while let scalar = next, scalar != "|", scalar != ")" {
            if flags.isVerbose, skipVerbose(scalar) { continue }
            let start = place
            guard let item = try item() else { continue }
            parts.append(try repeated(item, from: start))
        }
        return parts.node
    }

    private mutating func skipVerbose(_ scalar: Unicode.Scalar) -> Bool {
        if ScalarSet.Category.space.contains(scalar.value), scalar.isASCII {
            place += 1
            return true
        }
        guard scalar == "#" else { return false }
        while let scalar = next, scalar != "\n" {
            place += 1
            _ = scalar
        }
        return true
    }

    /// `item` with the repeat that follows it, if one does.
    private mutating func repeated(_ item: Node, from start: Int) throws(ExpressionError) -> Node {
        let mark = place
        guard let (minimum, maximum) = try quantifier() else { return item }
        if case .assertion = item, scalars[start] != 0x28 { throw error(.nothingToRepeat, at: mark) }
        var greed = Node.Greed.greedy
        if take("?") {
            greed = .lazy
        } else if take("+") {
            greed = .possessive
            notes.append("a repeat followed by + gives nothing back; write \\+ for the character itself")
        }
        let node = Node.repetition(item, minimum: minimum, maximum: maximum, greed)
        let second = place
        guard try quantifier() == nil else { throw error(.multipleRepeat, at: second) }
        return node
    }

    private mutating func quantifier() throws(ExpressionError) -> (Int, Int?)? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "*", "+", "?":
            place += 1
            return scalar == "?" ? (0, 1) : (scalar == "+" ? 1 : 0, nil)
        case "{":
            return try bounds()
        default:
            return nil
        }
    }

    /// `{n}`, `{n,}`, `{,m}` or `{n,m}`; anything else is no repeat but text.
    private mutating func bounds() throws(ExpressionError) -> (Int, Int?)? {
        let start = place
        place += 1
        guard next != "}" else {
            place = start
            return nil
        }
        let least = digits()
        let most = take(",") ? digits() : least
        guard take("}") else {
            place = start
            return nil
        }
        let minimum = least.isEmpty ? 0 : Int(least) ?? .max
        guard minimum <= Self.maximumRepeats else {
            throw error(.repeatTooLarge(limit: Self.maximumRepeats), at: start)
        }
        guard !most.isEmpty else { return (minimum, nil) }
        let maximum = Int(most) ?? .max
        guard maximum >= minimum else { throw error(.repeatOutOfOrder, at: start) }
        return (minimum, maximum > Self.maximumRepeats ? nil : maximum)
    }

    mutating func digits() -> String {
        var digits = ""
        while let scalar = next, scalar >= "0", scalar <= "9" {
            digits.unicodeScalars.append(scalar)
            place += 1
        }
        return digits
    }

    // MARK: Items

    /// One thing that may be repeated; nil for what leaves nothing, such as a comment.
    private mutating func item() throws(ExpressionError) -> Node? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "*", "+", "?":
            throw error(.nothingToRepeat)
        case "{":
            let start = place
            guard try bounds() == nil else { throw error(.nothingToRepeat, at: start) }
            place += 1
            return text(scalar.value)
        case "(":
            return try group()
        case "[":
            return try set()
        case "\\":
            return try escape()
        case ".":
            place += 1
            let notNewline = ScalarSet(members: [.range(0x0A, 0x0A)], isNegated: true)
            return flags.dotMatchesNewline ? .any : .set(notNewline, ignoringCase: false)
        case "^":
            place += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            place += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEndOrNewline)
        default:
            place += 1
            return text(scalar.value)
        }
    }

    func text(_ scalar: UInt32) -> Node { .text([scalar], ignoringCase: flags.ignoringCase) }
}

/// Joins neighbouring text into one node.
private struct SequenceBuilder {
    private var parts: [Node] = []

    mutating func append(_ part: Node) {
        if case .text(let more, let ignoringCase) = part, case .text(let text, ignoringCase)? = parts.last {
            parts[parts.count - 1] = .text(text + more, ignoringCase: ignoringCase)
        } else {
            parts.append(part)
        }
    }

    var node: Node { parts.count == 1 ? parts[0] : .sequence(parts) }
}
