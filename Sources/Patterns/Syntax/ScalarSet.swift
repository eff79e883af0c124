/// A character class: `[…]`, `\d` and their like.
struct ScalarSet: Sendable, Hashable {
    /// A class that an escape names, in Python's Unicode sense.
    enum Category: Sendable, Hashable {
        case digit
        case space
        case word
    }

    enum Member: Sendable, Hashable {
        case range(UInt32, UInt32)
        case category(Category, negated: Bool)
    }

    var members: [Member]
    var isNegated = false
}

extension ScalarSet {
    /// Whether it holds `scalar`, or with `ignoringCase` any scalar of the same folding.
    func contains(_ scalar: UInt32, ignoringCase: Bool) -> Bool {
        let forms = ignoringCase ? Self.caseForms(of: scalar) : [scalar]
        return forms.contains { form in members.contains { $0.contains(form) } } != isNegated
    }

    /// Whether it may hold scalars above ASCII.
    var reachesBeyondASCII: Bool {
        isNegated
            || members.contains { member in
                switch member {
                case .range(_, let last): last >= 0x80
                case .category: true
                }
            }
    }

    /// The ASCII letters and the others that fold to the same; enough to tell what an ASCII byte of a folded text may stand for.
    private static func caseForms(of scalar: UInt32) -> [UInt32] {
        switch scalar {
        case 0x49, 0x69, 0x130, 0x131: return [0x49, 0x69, 0x130, 0x131]
        case 0x4B, 0x6B, 0x212A: return [0x4B, 0x6B, 0x212A]
        case 0x53, 0x73, 0x17F: return [0x53, 0x73, 0x17F]
        default:
            let upper = scalar & ~0x20
            return upper &- 0x41 < 26 ? [upper, upper | 0x20] : [scalar]
        }
    }
}

extension ScalarSet.Member {
    func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .range(let first, let last): first <= scalar && scalar <= last
        case .category(let category, let negated): category.contains(scalar) != negated
        }
    }
}

extension ScalarSet.Category {
    func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .word: scalar.isWord
        case .digit:
            scalar < 0x80
                ? scalar &- 0x30 < 10 : Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
        case .space: Self.spaces.contains { $0.contains(scalar) }
        }
    }

    /// What Python's `str.isspace` holds for.
    static let spaces: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x1C...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    ]
}
