import Patterns

/// Search checks: `title+body#2 (regex, includes): [values]`.
extension RuleReader {
    mutating func readSearches(_ group: RuleGroup, subject: RuleField.Subject) {
        for member in group.members { readSearch(key: member.key, member, subject: subject) }
    }

    mutating func readSearch(key: String, _ member: RuleGroup.Member, subject: RuleField.Subject) {
        guard let parts = SearchKey(key) else {
            fail(
                member.name,
                "no check \(key.shortened())",
                mend: "write field (modifiers): values, fields joined by + without spaces"
            )
            return
        }
        let fields = parts.fields.filter { RuleField($0, of: subject) != nil }
        let unknown = parts.fields.filter { RuleField($0, of: subject) == nil }
        guard !fields.isEmpty else {
            skip(
                member.name,
                Self.unknownKey(unknown.joined(separator: "+"), subject),
                mend: Self.mend(unknown, subject)
            )
            return
        }
        for field in unknown where !Self.isKnownElsewhere(field) {
            report(
                .warning,
                member.name.line,
                member.name.column,
                "no field \(field.shortened()); it is left out of the check"
            )
        }
        var modifiers: [SearchMethod.Modifier] = []
        for name in parts.modifiers {
            guard let modifier = SearchMethod.Modifier(rawValue: name) else {
                let known = SearchMethod.Modifier.allCases.map(\.rawValue).joined(separator: ", ")
                fail(member.name, "no modifier \(name.shortened())", mend: "use \(known)")
                return
            }
            modifiers.append(modifier)
        }
        readValues(member, parts, SearchMethod(modifiers, fields: fields), fields: fields, subject: subject)
    }

    private mutating func readValues(
        _ member: RuleGroup.Member,
        _ key: SearchKey,
        _ method: SearchMethod,
        fields: [String],
        subject: RuleField.Subject
    ) {
        var places: [RuleField] = []
        for name in fields {
            guard var field = RuleField(name, of: subject) else { continue }
            if field == .body, ignoresQuotes { field = .bodyWithoutQuotes }
            if !places.contains(field) { places.append(field) }
        }
        guard let values = texts(of: member) else { return }
        let expression = values.isEmpty ? nil : read(values, method, member)
        add(
            .search(
                SearchCheck(
                    name: key.name,
                    subject: subject,
                    fields: places,
                    isNegated: key.isNegated,
                    expression: expression,
                    line: fileLine(member.name.line),
                    column: member.name.column
                )
            )
        )
    }

    /// The values as texts; empty for an empty value, nil where one can't be searched for.
    private mutating func texts(of member: RuleGroup.Member) -> [String]? {
        if member.value.isEmpty { return [] }
        let values: [YAMLValue] = if case .list(let values) = member.value.content { values } else { [member.value] }
        var texts: [String] = []
        for value in values {
            guard let text = value.searchText else {
                fail(value, "\(member.key) wants text or a list of texts, not \(value.kind)", mend: "put it in quotes")
                return nil
            }
            if let plain = value.plainText, plain != text { warn(of: value, readAs: text) }
            texts.append(text)
        }
        return texts
    }

    private mutating func warn(of value: YAMLValue, readAs text: String) {
        let kind =
            switch value.content {
            case .int, .float: "number"
            default: "word"
            }
        report(
            .warning,
            value.line,
            value.column,
            "an unquoted \(kind) that YAML reads as \(text), which is looked for",
            mend: "put it in quotes"
        )
    }

    private mutating func read(
        _ values: [String],
        _ method: SearchMethod,
        _ member: RuleGroup.Member
    ) -> SearchExpression? {
        do {
            let read = try method.alternatives(of: values)
            for note in read.notes { report(.warning, member.value.line, member.value.column, note) }
            return SearchExpression(values, method, alternatives: read.patterns)
        } catch {
            let (place, shown) = Self.value(at: error.offset - method.valueOffset, of: values, member)
            fail(place, "\(shown.shortened()): \(error.problem)", mend: "see Python's regular expression syntax")
            return nil
        }
    }

    /// The value in which the joined expression has a place.
    private static func value(
        at offset: Int,
        of values: [String],
        _ member: RuleGroup.Member
    ) -> (place: YAMLValue, text: String) {
        let nodes: [YAMLValue] = if case .list(let nodes) = member.value.content { nodes } else { [member.value] }
        var end = 0
        for (node, text) in zip(nodes, values) {
            end += text.unicodeScalars.count + 1
            if offset < end { return (node, text) }
        }
        return (nodes.last ?? member.value, values.last ?? "")
    }
}

/// A search check's key, taken apart.
struct SearchKey {
    /// With `~` and `#x`, without modifiers.
    let name: String
    let fields: [String]
    let modifiers: [String]
    let isNegated: Bool

    /// Nil where the key has no such form.
    init?(_ key: String) {
        let name = key.prefix { !$0.isWhitespace && $0 != "(" }
        let rest = key.dropFirst(name.count).drop(while: \.isWhitespace)
        guard !name.isEmpty, name != "~" else { return nil }
        guard rest.isEmpty || (rest.hasPrefix("(") && rest.hasSuffix(")") && rest.count > 2) else { return nil }
        self.name = String(name)
        isNegated = name.hasPrefix("~")
        let fields = name.drop { $0 == "~" }.prefix { $0 != "#" }
        self.fields = fields.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        modifiers = rest.dropFirst().dropLast().split(separator: ",").map {
            String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
