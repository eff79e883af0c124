/// Backslashes and character classes.
extension ExpressionParser {
    mutating func escape() throws(ExpressionError) -> Node {
        let start = place
        place += 1
        guard let scalar = next else { throw error(.endsInBackslash, at: start) }
        switch scalar {
        case "A", "Z", "b", "B":
            place += 1
            return .assertion(Self.assertions[scalar] ?? .textStart)
        case "1"..."9":
            if let octal = octalEscape() { return text(octal) }
            return try numberedReference(from: start)
        default:
            if let category = category(scalar) { return .set(ScalarSet(members: [category]), ignoringCase: false) }
            return text(try escapedScalar(from: start))
        }
    }

    private static let assertions: [Unicode.Scalar: Node.Assertion] = [
        "A": .textStart, "Z": .textEnd, "b": .wordBoundary, "B": .notWordBoundary,
    ]

    private mutating func category(_ scalar: Unicode.Scalar) -> ScalarSet.Member? {
        let member: ScalarSet.Member
        switch scalar {
        case "d", "D": member = .category(.digit, negated: scalar == "D")
        case "s", "S": member = .category(.space, negated: scalar == "S")
        case "w", "W": member = .category(.word, negated: scalar == "W")
        default: return nil
        }
        place += 1
        return member
    }

    /// Three octal digits, the first of which is not 0.
    private mutating func octalEscape() -> UInt32? {
        guard place + 3 <= scalars.count else { return nil }
        let digits = scalars[place..<place + 3]
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        place += 3
        return digits.reduce(0) { $0 << 3 | ($1 - 0x30) } & 0xFF
    }

    /// `\1` to `\99`.
    private mutating func numberedReference(from start: Int) throws(ExpressionError) -> Node {
        var digits = ""
        while digits.utf8.count < 2, let scalar = next, scalar >= "0", scalar <= "9" {
            digits.unicodeScalars.append(scalar)
            place += 1
        }
        return try reference(to: Int(digits) ?? 0, called: digits, at: start)
    }

    /// A scalar that a backslash before it spells; the place is at what follows the backslash.
    private mutating func escapedScalar(from start: Int) throws(ExpressionError) -> UInt32 {
        guard let scalar = next else { throw error(.endsInBackslash, at: start) }
        place += 1
        switch scalar {
        case "a": return 0x07
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "x": return try hexadecimal(2, from: start)
        case "u": return try hexadecimal(4, from: start)
        case "U": return try hexadecimal(8, from: start)
        case "0":
            var value: UInt32 = 0
            for _ in 0..<2 {
                guard let digit = next, digit >= "0", digit <= "7" else { break }
                value = value << 3 | (digit.value - 0x30)
                place += 1
            }
            return value
        default:
            if scalar.isASCII, scalar.properties.isAlphabetic {
                notes.append("\\\(scalar) means the letter \(scalar); drop the backslash if that is meant")
            }
            return scalar.value
        }
    }

    private mutating func hexadecimal(_ count: Int, from start: Int) throws(ExpressionError) -> UInt32 {
        let digits = scalars[place...].prefix(count).prefix { $0 < 0x80 && UInt8($0).hexDigitValue != nil }
        let text = String(scalars: Array(scalars[start..<place + digits.count]))
        guard digits.count == count else { throw error(.badEscape(text), at: start) }
        let value = digits.reduce(UInt32(0)) { $0 << 4 | UInt32(UInt8($1).hexDigitValue ?? 0) }
        guard Unicode.Scalar(value) != nil else { throw error(.badEscape(text), at: start) }
        place += count
        return value
    }

    // MARK: Character classes

    mutating func set() throws(ExpressionError) -> Node {
        let start = place
        place += 1
        var set = ScalarSet(members: [])
        set.isNegated = take("^")
        let first = place
        while true {
            guard let scalar = next else { throw error(.unclosedSet, at: start) }
            if scalar == "]", place > first {
                place += 1
                break
            }
            set.members.append(try member(of: start))
        }
        let hasCase = set.members.contains { if case .range = $0 { true } else { false } }
        return .set(set, ignoringCase: hasCase && flags.ignoringCase)
    }

    private mutating func member(of start: Int) throws(ExpressionError) -> ScalarSet.Member {
        let mark = place
        let low = try setScalar(of: start)
        guard next == "-", place + 1 < scalars.count, scalars[place + 1] != 0x5D else { return low }
        place += 1
        guard case .range(let first, _) = low, case .range(let last, _) = try setScalar(of: start), first <= last else {
            throw error(.badRange, at: mark)
        }
        return .range(first, last)
    }

    /// One scalar or category in a class.
    private mutating func setScalar(of start: Int) throws(ExpressionError) -> ScalarSet.Member {
        guard let scalar = next else { throw error(.unclosedSet, at: start) }
        guard scalar == "\\" else {
            place += 1
            return .range(scalar.value, scalar.value)
        }
        let mark = place
        place += 1
        guard let escaped = next else { throw error(.endsInBackslash, at: mark) }
        if let category = category(escaped) { return category }
        if take("b") { return .range(0x08, 0x08) }
        if escaped >= "1", escaped <= "7", let octal = octalEscape() { return .range(octal, octal) }
        let value = try escapedScalar(from: mark)
        return .range(value, value)
    }
}
