import Synchronization

/// Says exactly whether an expression matches; compiled when first asked.
final class Confirmation: Sendable {
    /// A text longer than this makes an expression that may take long count its steps.
    private static let meteredLength = 1024

    private enum Form {
        case unread
        case refused
        case compiled(CompiledExpression)
    }

    private struct Ready {
        let root: Node
        let cost: ExpressionCost
        var forms = [Form](repeating: .unread, count: PCRE2Form.count)

        init(_ expression: Expression) {
            root = expression.root
            cost = ExpressionCost(of: expression)
        }

        mutating func compiled(_ form: PCRE2Form, length: Int) -> CompiledExpression? {
            var form = form
            switch cost {
            case .linear: break
            case .polynomial: if length > Confirmation.meteredLength { form.insert(.metered) }
            case .exponential: form.insert(.metered)
            }
            if case .unread = forms[form.rawValue] {
                forms[form.rawValue] = CompiledExpression(form.text(of: root)).map(Form.compiled) ?? .refused
            }
            guard case .compiled(let compiled) = forms[form.rawValue] else { return nil }
            return compiled
        }
    }

    let origin: ExpressionOrigin
    /// Nil where the expression was not read yet.
    private let ready: Mutex<Ready?>

    init(_ expression: Expression) {
        origin = ExpressionOrigin(expression)
        ready = Mutex(Ready(expression))
    }

    /// Reads the expression when it is first needed.
    init(_ origin: ExpressionOrigin) {
        self.origin = origin
        ready = Mutex(nil)
    }

    /// Searches `text`, which is valid UTF-8. What PCRE2 can't compile is exceeded always.
    func search(
        _ text: UnsafeBufferPointer<UInt8>,
        hasForeignI: Bool,
        with matcher: Matcher
    ) -> Matcher.Outcome {
        guard let compiled = compiled(hasForeignI ? .joiningI : [], length: text.count) else { return .exceeded }
        return matcher.search(compiled, in: text)
    }

    private func compiled(_ form: PCRE2Form, length: Int) -> CompiledExpression? {
        ready.withLock { ready in
            if ready == nil { ready = origin.expression.map(Ready.init) }
            return ready?.compiled(form, length: length)
        }
    }

    /// What Vectorscan looks for before; nil where every text is to be looked at.
    var scanText: String? { ready.withLock { $0.flatMap { ScanForm.text(of: $0.root) } } }

    /// Whether PCRE2 takes it at all.
    var isAccepted: Bool { compiled([], length: 0) != nil }
}
