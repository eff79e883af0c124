/// Where an expression stands, so that it can be read again.
struct ExpressionOrigin: Sendable {
    let source: String
    let ignoringCase: Bool
    /// Its place among the source's alternatives; nil for the whole.
    let branch: Int?
}

extension ExpressionOrigin {
    init(_ expression: Expression) {
        self.init(source: expression.source, ignoringCase: expression.ignoringCase, branch: expression.branch)
    }

    /// Nil where there is no such expression.
    var expression: Expression? {
        guard let whole = try? Expression(source, ignoringCase: ignoringCase) else { return nil }
        guard let branch else { return whole }
        let alternatives = whole.alternatives
        guard alternatives.indices.contains(branch), case .expression(let found) = alternatives[branch] else {
            return nil
        }
        return found
    }
}
