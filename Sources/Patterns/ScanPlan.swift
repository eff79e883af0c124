/// How a scan's matches are taken, entry by entry.
struct ScanPlan: Sendable {
    enum Kind: UInt8 {
        /// It holds.
        case certain
        /// It holds, unless the text has an `İ` or `ı`: then it is looked at again.
        case certainBarForeignI
        /// It holds if neither end lies inside a word.
        case word
        case wordBarForeignI
        /// It is looked at again.
        case candidate
    }

    let kinds: [Kind]
    /// Bytes of each literal.
    let lengths: [Int32]

    init(_ checks: [PatternDatabase.Check]) {
        kinds = checks.map { check in
            guard case .literal(let literal) = check, !literal.mustBeVerified else { return .candidate }
            switch (literal.frame, literal.casing) {
            case (.anywhere, .foldedLikePython): return .certain
            case (.anywhere, _): return .certainBarForeignI
            case (.word, .foldedLikePython): return .word
            case (.word, _): return .wordBarForeignI
            default: return .candidate
            }
        }
        lengths = checks.map { check in
            if case .literal(let literal) = check { Int32(literal.needle.count) } else { 0 }
        }
    }
}
