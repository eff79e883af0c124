/// Takes values of the types that keys want; a value of another type is an error.
extension RuleReader {
    mutating func takeText(_ key: String, _ group: inout RuleGroup) -> String? {
        guard let member = group.take(key) else { return nil }
        guard case .string(let text) = member.value.content else {
            fail(member.value, "\(key) wants text, not \(member.value.kind)", mend: "put it in quotes")
            return nil
        }
        return text
    }

    mutating func takeFlag(_ key: String, _ group: inout RuleGroup) -> Bool? {
        guard let member = group.take(key) else { return nil }
        guard case .bool(let value) = member.value.content else {
            fail(
                member.value,
                "\(key) wants true or false, not \(member.value.kind)",
                mend: "write true or false, unquoted"
            )
            return nil
        }
        return value
    }

    mutating func takeCount(_ key: String, _ group: inout RuleGroup) -> Int? {
        guard let member = group.take(key) else { return nil }
        guard case .int(let value) = member.value.content else {
            fail(
                member.value,
                "\(key) wants a whole number, not \(member.value.kind)",
                mend: "write a number, unquoted"
            )
            return nil
        }
        return value
    }

    mutating func takeWeight(_ key: String, _ group: inout RuleGroup) -> Double? {
        guard let member = group.take(key) else { return nil }
        switch member.value.content {
        case .int(let value): return Double(value)
        case .float(let value) where value.isFinite: return value
        default:
            fail(
                member.value,
                "\(key) wants a number, not \(member.value.kind)",
                mend: "write a number such as 1.5 or -2, unquoted"
            )
            return nil
        }
    }
}
