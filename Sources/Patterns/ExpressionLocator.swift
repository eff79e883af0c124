import Synchronization

/// Finds where an expression matches and what its groups hold; read and compiled when first asked.
public final class ExpressionLocator: Sendable {
    private let text: String
    private let ignoringCase: Bool
    private let ready = Mutex<Ready?>(nil)

    private struct Ready {
        let confirmation: Confirmation
        let captureCount: Int
    }

    /// - Parameter text: an expression that can be read; one that can't never matches.
    public init(_ text: String, ignoringCase: Bool) {
        self.text = text
        self.ignoringCase = ignoringCase
    }

    /// The first match in `subject`: the whole, then each group, nil for a group that took no part. Nil where there is no match, or the
    /// limits don't suffice to find it.
    public func firstMatch(in subject: String) -> [String?]? {
        let ready = ready.withLock { ready in
            if ready == nil, let expression = try? Expression(text, ignoringCase: ignoringCase) {
                ready = Ready(confirmation: Confirmation(expression), captureCount: expression.captureCount)
            }
            return ready
        }
        guard let ready, let matcher = Matcher(captures: ready.captureCount) else { return nil }
        var subject = subject
        return subject.withUTF8 { bytes in
            let hasForeignI = bytes.hasForeignI
            guard case .found(let ranges) = ready.confirmation.search(bytes, hasForeignI: hasForeignI, with: matcher)
            else {
                return nil
            }
            let groups = ranges.map { range in
                range.map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
            }
            return groups + Array(repeating: nil, count: max(0, ready.captureCount + 1 - groups.count))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether an `İ` or `ı` occurs: the bytes C4 B0 or C4 B1.
    fileprivate var hasForeignI: Bool {
        indices.dropLast().contains { self[$0] == 0xC4 && self[$0 + 1] & 0xFE == 0xB0 }
    }
}
