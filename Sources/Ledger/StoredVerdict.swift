import Comments

extension Verdict {
    /// How a verdict is written in the ledger.
    var code: Int64 {
        switch self {
        case .approved: 0
        case .held: 1
        case .spam: 2
        case .trashed: 3
        case .rejected: 4
        }
    }

    init(code: Int64) {
        self = Verdict.allCases.first { $0.code == code } ?? .held
    }
}
