import Patterns
import Synchronization

/// What a search check looks for. What is made of the values is made when it is first asked for.
final class SearchExpression: Sendable {
    let values: [String]
    let method: SearchMethod
    private let made: Mutex<Made>

    private struct Made {
        var alternatives: [Pattern]?
        var locator: ExpressionLocator?
        var single: [ExpressionLocator]?
    }

    /// - Parameter alternatives: those of the method for these values, where they are at hand.
    init(_ values: [String], _ method: SearchMethod, alternatives: [Pattern]? = nil) {
        self.values = values
        self.method = method
        made = Mutex(Made(alternatives: alternatives))
    }

    /// Answers whether, part by part.
    var alternatives: [Pattern] {
        made.withLock { made in
            let alternatives = made.alternatives ?? (try? method.alternatives(of: values).patterns) ?? []
            made.alternatives = alternatives
            return alternatives
        }
    }

    /// Answers where, and what each group holds.
    var locator: ExpressionLocator {
        made.withLock { made in
            let locator = made.locator ?? method.locator(of: values)
            made.locator = locator
            return locator
        }
    }

    /// The regular expression that is found in a text; nil where values are plain.
    func value(foundIn text: String) -> String? {
        guard method.isRegex else { return nil }
        guard values.count > 1 else { return values.first }
        let single = made.withLock { made in
            let single = made.single ?? values.map { method.locator(of: [$0]) }
            made.single = single
            return single
        }
        return zip(values, single).first { $1.firstMatch(in: text) != nil }?.0
    }
}

extension SearchMethod {
    /// The patterns any of which holds where a value is found, and what is allowed in the values but probably not meant.
    func alternatives(of values: [String]) throws(ExpressionError) -> (patterns: [Pattern], notes: [String]) {
        guard isRegex || takesSubdomains else {
            let casing: Casing = ignoresCase ? .foldedLikePython : .exact
            return (values.map { .literal($0, casing: casing, frame: frame) }, [])
        }
        let expression = try Expression(expressionText(of: values), ignoringCase: ignoresCase)
        return (expression.alternatives, Set(expression.notes).sorted())
    }

    fileprivate func locator(of values: [String]) -> ExpressionLocator {
        ExpressionLocator(expressionText(of: values), ignoringCase: ignoresCase)
    }
}
