/// A comparison of a number with what is known of the author: `< 10`, `> 3 days`, `5`.
struct Threshold: Sendable, Hashable {
    enum Quantity: String, CaseIterable, Sendable {
        case commentKarma = "comment_karma"
        case combinedKarma = "combined_karma"
        case postKarma = "post_karma"
        case linkKarma = "link_karma"
        case accountAge = "account_age"
    }

    enum Comparison: Sendable, CaseIterable {
        case less
        case equal
        case greater
    }

    let quantity: Quantity
    let comparison: Comparison
    /// Comments, or seconds.
    let limit: Double

    /// Nil where the text is no comparison of this quantity.
    init?(_ text: String, of quantity: Quantity) {
        self.quantity = quantity
        var rest = Substring(text)
        if rest.hasPrefix("<") {
            comparison = .less
            rest.removeFirst()
        } else if rest.hasPrefix(">") {
            comparison = .greater
            rest.removeFirst()
        } else {
            comparison = .equal
            rest = rest.drop(while: { $0 == "=" }, atMost: 2)
        }
        rest = rest.drop(while: \.isWhitespace)
        let isAge = quantity == .accountAge
        let sign = !isAge && rest.hasPrefix("-") ? -1.0 : 1.0
        if sign < 0 { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let number = Double(digits) else { return nil }
        let unit = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
        guard isAge else {
            guard unit.isEmpty else { return nil }
            limit = sign * number
            return
        }
        guard let seconds = unit.isEmpty ? 86400 : Self.seconds[unit.hasSuffix("s") ? unit.dropLast() : unit] else {
            return nil
        }
        limit = number * seconds
    }

    private static let seconds: [Substring: Double] = [
        "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400, "month": 30 * 86400, "year": 365 * 86400,
    ]

    func holds(for facts: RuleFacts) -> Bool {
        let value =
            switch quantity {
            case .commentKarma, .combinedKarma: Double(facts.approvedComments)
            case .postKarma, .linkKarma: 0.0
            case .accountAge: facts.secondsKnown
            }
        return switch comparison {
        case .less: value < limit
        case .equal: value == limit
        case .greater: value > limit
        }
    }
}

extension Substring {
    fileprivate func drop(while isDropped: (Character) -> Bool, atMost limit: Int) -> Substring {
        dropFirst(prefix(limit).prefix(while: isDropped).count)
    }
}
