/// What stands in parentheses.
extension ExpressionParser {
    mutating func group() throws(ExpressionError) -> Node? {
        let start = place
        place += 1
        guard take("?") else { return try capture(name: nil, from: start) }
        guard let kind = next else { throw error(.unclosedGroup, at: start) }
        place += 1
        switch kind {
        case ":": return try closed(try alternation(), from: start)
        case ">": return .atomic(try closed(try alternation(), from: start))
        case "P": return try named(from: start)
        case "#":
            while let scalar = next, scalar != ")" {
                place += 1
                _ = scalar
            }
            guard take(")") else { throw error(.unclosedComment, at: start) }
            return nil
        case "=", "!": return try look(.ahead, negated: kind == "!", from: start)
        case "<":
            guard next == "=" || next == "!" else { throw unknownExtension(from: start) }
            let negated = next == "!"
            place += 1
            return try look(.behind, negated: negated, from: start)
        case "(": return try conditional(from: start)
        default:
            place -= 1
            return try flagGroup(from: start)
        }
    }

    private func unknownExtension(from start: Int) -> ExpressionError {
        let text = String(scalars: Array(scalars[start..<min(place + 1, scalars.count)]))
        return error(.unknownExtension(text), at: start)
    }

    private mutating func closed(_ node: Node, from start: Int) throws(ExpressionError) -> Node {
        guard take(")") else { throw error(.unclosedGroup, at: start) }
        return node
    }

    private mutating func capture(name: String?, from start: Int) throws(ExpressionError) -> Node {
        captureCount += 1
        let number = captureCount
        if let name {
            guard names[name] == nil else { throw error(.duplicateGroupName(name), at: start) }
            names[name] = number
        }
        openGroups.insert(number)
        let inner = try closed(try alternation(), from: start)
        openGroups.remove(number)
        return .capture(number, inner)
    }

    /// `(?P<name>…)` and `(?P=name)`.
    private mutating func named(from start: Int) throws(ExpressionError) -> Node {
        if take("<") { return try capture(name: try name(until: ">"), from: start) }
        guard take("=") else { throw unknownExtension(from: start) }
        let name = try name(until: ")")
        guard let number = names[name] else { throw error(.unknownGroup(name), at: start) }
        return try reference(to: number, called: name, at: start)
    }

    func reference(to number: Int, called name: String, at start: Int) throws(ExpressionError) -> Node {
        guard number > 0, number <= captureCount else { throw error(.unknownGroup(name), at: start) }
        guard !openGroups.contains(number) else { throw error(.openGroup(name), at: start) }
        return .reference(number, ignoringCase: flags.ignoringCase)
    }

    private mutating func name(until end: Unicode.Scalar) throws(ExpressionError) -> String {
        let start = place
        while let scalar = next, scalar != end {
            place += 1
            _ = scalar
        }
        let name = String(scalars: Array(scalars[start..<place]))
        guard take(end) else { throw error(.unclosedGroup, at: start) }
        let isIdentifier =
            name.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
            && name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
        guard isIdentifier else { throw error(.badGroupName(name), at: start) }
        return name
    }

    private mutating func look(
        _ direction: Node.Direction,
        negated: Bool,
        from start: Int
    ) throws(ExpressionError) -> Node {
        let inner = try closed(try alternation(), from: start)
        if direction == .behind {
            let width = inner.width
            guard width.maximum == width.minimum else { throw error(.lookBehindWidth, at: start) }
        }
        return .look(direction, negated: negated, inner)
    }

    /// `(?(1)yes|no)` and `(?(name)yes|no)`.
    private mutating func conditional(from start: Int) throws(ExpressionError) -> Node {
        let label = String(scalars: Array(scalars[place...].prefix { $0 != 0x29 }))
        place += label.unicodeScalars.count
        guard take(")") else { throw error(.unclosedGroup, at: start) }
        // Python lets a condition name a group that is yet to come; such a group has never matched.
        let number = names[label] ?? Int(label).flatMap { $0 > 0 && $0 <= Self.maximumRepeats ? $0 : nil }
        guard let number else { throw error(.unknownGroup(label), at: start) }
        guard number <= captureCount || label.allSatisfy(\.isNumber) else {
            throw error(.unknownGroup(label), at: start)
        }
        let body = try closed(try alternation(), from: start)
        guard case .alternation(let branches) = body else {
            return .conditional(group: number, then: body, otherwise: .empty)
        }
        guard branches.count == 2 else { throw error(.tooManyBranches, at: start) }
        return .conditional(group: number, then: branches[0], otherwise: branches[1])
    }

    /// `(?i)`, which counts for the whole, and `(?i-s:…)`, which counts for its inside.
    private mutating func flagGroup(from start: Int) throws(ExpressionError) -> Node? {
        var own = flags
        var isSetting = true
        var letters: [UInt32] = []
        while let scalar = next, scalar != ")", scalar != ":" {
            place += 1
            if scalar == "-", isSetting {
                isSetting = false
                continue
            }
            guard scalar.properties.isAlphabetic, scalar.isASCII else { throw unknownExtension(from: start) }
            guard own.set(scalar.value, to: isSetting) else {
                guard "aL".unicodeScalars.contains(scalar) else { throw unknownExtension(from: start) }
                throw error(.unsupportedFlag(String(scalar)), at: start)
            }
            letters.append(scalar.value)
        }
        guard let end = next else { throw error(.unclosedGroup, at: start) }
        place += 1
        guard end == ":" else {
            guard isSetting, !letters.isEmpty else { throw unknownExtension(from: start) }
            for letter in letters { _ = foundFlags.set(letter, to: true) }
            return nil
        }
        let outer = flags
        flags = own
        defer { flags = outer }
        return try closed(try alternation(), from: start)
    }
}
