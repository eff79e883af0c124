/// Fills in what stands in double braces; one pass, so that nothing a visitor wrote is filled in again.
struct Placeholders {
    /// Plain ones, by name.
    var values: [String: String]
    /// What each positive check of the comment found: its name, then the whole and the groups.
    var matches: [(name: String, groups: [String?])]
    /// Names of those that hold what the visitor wrote.
    var fromVisitor: Set<String> = ["author", "body"]
    /// Whether what the visitor wrote is left out.
    var hidesVisitor = false

    /// The text with placeholders filled in; those that mean nothing stay as they are.
    func fill(_ text: String) -> String {
        guard text.contains("{{") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            result += rest[..<open.lowerBound]
            let after = rest[open.upperBound...]
            guard let close = after.firstRange(of: "}}"), let value = value(of: String(after[..<close.lowerBound]))
            else {
                result += "{"
                rest = rest[rest.index(after: open.lowerBound)...]
                continue
            }
            result += value
            rest = after[close.upperBound...]
        }
        return result + rest
    }

    private func value(of name: String) -> String? {
        if let value = values[name] { return hidesVisitor && fromVisitor.contains(name) ? "" : value }
        guard name == "match" || name.hasPrefix("match-") else { return nil }
        guard let found = found(String(name.dropFirst(6))) else { return nil }
        return hidesVisitor ? "" : found
    }

    /// `""`, `2`, `body`, `body-2`: a group of a check, by default the first of either.
    private func found(_ selector: String) -> String? {
        guard let first = matches.first else { return nil }
        var groups = first.groups
        var number = 1
        var check = selector
        if let end = selector.lastIndex(of: "-"), let given = Int(selector[selector.index(after: end)...]) {
            number = given
            check = String(selector[..<end])
        } else if let given = Int(selector) {
            number = given
            check = ""
        }
        if !check.isEmpty {
            guard let named = matches.first(where: { $0.name == check }) else { return nil }
            groups = named.groups
        }
        return groups.indices.contains(number) ? groups[number] ?? "" : nil
    }
}
