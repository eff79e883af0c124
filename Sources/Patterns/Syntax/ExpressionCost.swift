/// How long the search for an expression may take as the text grows, seen from its repeats.
public enum ExpressionCost: Sendable, Hashable {
    case linear
    /// A repeat without small limit: the search may go over the text from every place in it.
    case polynomial
    /// A repeat within a repeat: the ways to divide the text may double with each character.
    case exponential

    public init(of expression: Expression) {
        self = Self.cost(of: expression.root, withinRepeat: false)
    }

    private static func cost(of node: Node, withinRepeat: Bool) -> ExpressionCost {
        var worst = ExpressionCost.linear
        var within = withinRepeat
        switch node {
        case .repetition(_, _, let maximum, _) where maximum ?? .max > 8:
            if withinRepeat { return .exponential }
            worst = .polynomial
            within = true
        case .reference: worst = .polynomial
        default: break
        }
        for child in node.children {
            switch cost(of: child, withinRepeat: within) {
            case .exponential: return .exponential
            case .polynomial: worst = .polynomial
            case .linear: break
            }
        }
        return worst
    }
}
