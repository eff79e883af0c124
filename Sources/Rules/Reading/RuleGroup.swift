/// A mapping of a rule: its keys in lower case and in order, without those that have no value.
struct RuleGroup {
    struct Member {
        let key: String
        let name: YAMLValue
        let value: YAMLValue
    }

    private(set) var members: [Member] = []

    init(_ pairs: [(key: YAMLValue, value: YAMLValue)]) {
        for (key, value) in pairs where !value.isNull {
            let text = (key.searchText ?? "").lowercased()
            let isOverridden = text.unicodeScalars.contains { RuleDocument.hiddenKeys.contains($0.value) }
            if !isOverridden { members.append(Member(key: text, name: key, value: value)) }
        }
    }

    /// Takes the member of a key out; of several the last.
    mutating func take(_ key: String) -> Member? {
        guard let found = members.last(where: { $0.key == key }) else { return nil }
        members.removeAll { $0.key == key }
        return found
    }
}
