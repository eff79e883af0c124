import Text

/// How a syntax tree is written for PCRE2.
struct PCRE2Form: OptionSet {
    let rawValue: Int

    /// `i` stands for `İ` and `ı` as well where case is ignored; only texts that hold them need it.
    static let joiningI = PCRE2Form(rawValue: 1)
    /// Repeats call out, so that their steps can be counted.
    static let metered = PCRE2Form(rawValue: 2)

    static let count = 4

    /// The expression for a pattern that is compiled with dot-matches-all, UTF and newline LF, without `PCRE2_CASELESS`.
    func text(of node: Node) -> String {
        var writer = PCRE2Writer(form: self)
        writer.write(node)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Node {
    /// Whether it always takes one scalar, so that PCRE2 repeats it in a loop of its own.
    fileprivate var isSingle: Bool {
        switch self {
        case .text(let scalars, _): scalars.count == 1
        case .set, .any: true
        default: false
        }
    }

    fileprivate var caseSetting: Bool? {
        switch self {
        case .text(_, let ignoringCase), .set(_, let ignoringCase): ignoringCase
        default: nil
        }
    }
}

private struct PCRE2Writer {
    let form: PCRE2Form
    private(set) var bytes: [UInt8] = []
    /// Whether case is ignored at this place; a setting counts to the end of the group it stands in.
    private var ignoresCase = false

    init(form: PCRE2Form) { self.form = form }

    private mutating func put(_ text: StaticString) { bytes.append(text) }

    private mutating func put(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func write(_ node: Node) {
        switch node {
        case .text(let scalars, let ignoringCase): write(scalars, ignoringCase)
        case .set(let set, let ignoringCase): write(set, ignoringCase)
        case .any: put(".")
        case .sequence(let parts):
            for part in parts { writePart(part) }
        case .alternation(let branches): writeBranches(branches)
        case .capture(_, let inner): writeGroup("(", inner)
        case .atomic(let inner): writeGroup("(?>", inner)
        case .repetition(let inner, let minimum, let maximum, let greed):
            writeRepetition(inner, minimum, maximum, greed)
        case .assertion(let assertion): write(assertion)
        case .look(.ahead, let negated, let inner): writeGroup(negated ? "(?!" : "(?=", inner)
        case .look(.behind, let negated, let inner): writeGroup(negated ? "(?<!" : "(?<=", inner)
        case .reference(let number, let ignoringCase):
            set(ignoringCase)
            put("\\g{")
            put(number)
            put("}")
        case .conditional(let group, let then, let otherwise): writeConditional(group, then, otherwise)
        }
    }

    private mutating func set(_ ignoringCase: Bool) {
        if ignoringCase != ignoresCase { put(ignoringCase ? "(?i)" : "(?-i)") }
        ignoresCase = ignoringCase
    }

    private mutating func writeGroup(_ opening: StaticString, _ inner: Node) {
        let outer = ignoresCase
        put(opening)
        write(inner)
        put(")")
        ignoresCase = outer
    }

    private mutating func writePart(_ part: Node) {
        if case .alternation = part { writeGroup("(?:", part) } else { write(part) }
    }

    private mutating func writeBranches(_ branches: [Node]) {
        for (place, branch) in branches.enumerated() {
            if place > 0 { put("|") }
            writePart(branch)
        }
    }

    private mutating func writeConditional(_ group: Int, _ then: Node, _ otherwise: Node) {
        let outer = ignoresCase
        put("(?(")
        put(group)
        put(")")
        writePart(then)
        put("|")
        writePart(otherwise)
        put(")")
        ignoresCase = outer
    }

    private mutating func writeRepetition(_ inner: Node, _ minimum: Int, _ maximum: Int?, _ greed: Node.Greed) {
        // Only a repeat without a small limit can take long.
        let isMetered = form.contains(.metered) && maximum ?? .max > 8
        // PCRE2 copies a group as often as it may repeat, so a call-out stands within it only where the repeat has no limit.
        let callsWithin = isMetered && maximum == nil && !inner.isSingle
        if inner.isSingle {
            // The setting stands before what is repeated.
            if let ignoringCase = inner.caseSetting { set(ignoringCase) }
            write(inner)
        } else {
            let outer = ignoresCase
            put("(?:")
            writePart(inner)
            if callsWithin { put("(?C1)") }
            put(")")
            ignoresCase = outer
        }
        put("{")
        put(minimum)
        put(",")
        if let maximum { put(maximum) }
        put("}")
        switch greed {
        case .greedy: break
        case .lazy: put("?")
        case .possessive: put("+")
        }
        if isMetered && !callsWithin { put("(?C1)") }
    }

    private mutating func write(_ assertion: Node.Assertion) {
        switch assertion {
        case .textStart: put("\\A")
        case .textEnd: put("\\z")
        case .textEndOrNewline: put("\\Z")
        case .lineStart: put("(?<![^\\n])")
        case .lineEnd: put("(?![^\\n])")
        case .notInsideWord: put("(?:(?<![\\p{L}\\p{N}_])|(?![\\p{L}\\p{N}_]))")
        case .wordBoundary: put("(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))")
        // Python finds no \B in an empty text.
        case .notWordBoundary:
            put("(?!\\A\\z)(?:(?<=[\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_]))")
        }
    }

    // MARK: Characters

    private mutating func write(_ scalars: [UInt32], _ ignoringCase: Bool) {
        set(ignoringCase)
        for scalar in scalars {
            if ignoringCase, isJoinedI(scalar) { put("[Ii\\x{130}\\x{131}]") } else { write(scalar) }
        }
    }

    /// Whether a scalar is one of the four i that Python takes for the same, and the text may hold another of them.
    private func isJoinedI(_ scalar: UInt32) -> Bool {
        scalar == 0x130 || scalar == 0x131 || (form.contains(.joiningI) && (scalar == 0x49 || scalar == 0x69))
    }

    private mutating func write(_ scalar: UInt32) {
        let isPlain = scalar < 0x80 && UInt8(truncatingIfNeeded: scalar).isASCIIAlphanumeric
        if isPlain {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else {
            put("\\x{")
            bytes.append(contentsOf: String(scalar, radix: 16).utf8)
            put("}")
        }
    }

    private mutating func write(_ set: ScalarSet, _ ignoringCase: Bool) {
        if case .category(let category, negated: true)? = set.members.first, set.members.count == 1 {
            let positive = ScalarSet(members: [.category(category, negated: false)], isNegated: !set.isNegated)
            return write(positive, ignoringCase)
        }
        self.set(ignoringCase)
        put("[")
        if set.isNegated { put("^") }
        for member in set.members { write(member) }
        let holdsI = set.members.contains { member in
            guard case .range(let first, let last) = member else { return false }
            return [0x49, 0x69, 0x130, 0x131].contains { first <= $0 && $0 <= last && isJoinedI($0) }
        }
        if ignoringCase, holdsI { put("Ii\\x{130}\\x{131}") }
        put("]")
    }

    private mutating func write(_ member: ScalarSet.Member) {
        switch member {
        case .range(let first, let last):
            write(first)
            if last > first {
                put("-")
                write(last)
            }
        case .category(.digit, let negated): put(negated ? "\\P{Nd}" : "\\p{Nd}")
        case .category(.word, negated: false): put("\\p{L}\\p{N}_")
        case .category(.word, negated: true):
            // All other categories; of connectors (Pc) all but the underscore.
            put("\\p{M}\\p{S}\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}")
            put("\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}")
        case .category(.space, let negated): writeSpaces(negated)
        }
    }

    private mutating func writeSpaces(_ negated: Bool) {
        var start: UInt32 = 0
        for range in ScalarSet.Category.spaces {
            if negated {
                if start < range.lowerBound { write(.range(start, range.lowerBound - 1)) }
                start = range.upperBound + 1
            } else {
                write(.range(range.lowerBound, range.upperBound))
            }
        }
        if negated { write(.range(start, 0x10FFFF)) }
    }
}
