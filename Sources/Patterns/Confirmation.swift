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

    private let root: Node
    let cost: ExpressionCost
    private let forms = Mutex([Form](repeating: .unread, count: PCRE2Form.count))

    init(_ expression: Expression) {
        root = expression.root
        cost = ExpressionCost(of: expression)
    }

    /// Searches `text`, which is valid UTF-8. What PCRE2 can't compile is exceeded always.
    func search(
        _ text: UnsafeBufferPointer<UInt8>,
        hasForeignI: Bool,
        with matcher: Matcher
    ) -> Matcher.Outcome {
        var form: PCRE2Form = hasForeignI ? .joiningI : []
        switch cost {
        case .linear: break
        case .polynomial: if text.count > Self.meteredLength { form.insert(.metered) }
        case .exponential: form.insert(.metered)
        }
        guard let compiled = compiled(form) else { return .exceeded }
        return matcher.search(compiled, in: text)
    }

    private func compiled(_ form: PCRE2Form) -> CompiledExpression? {
        forms.withLock { forms in
            if case .unread = forms[form.rawValue] {
                forms[form.rawValue] = CompiledExpression(form.text(of: root)).map(Form.compiled) ?? .refused
            }
            guard case .compiled(let compiled) = forms[form.rawValue] else { return nil }
            return compiled
        }
    }

    /// What Vectorscan looks for before; nil where every text is to be looked at.
    var scanText: String? { ScanForm.text(of: root) }

    /// Whether PCRE2 takes it at all.
    var isAccepted: Bool { compiled([]) != nil }
}
