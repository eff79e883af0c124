import Rules

extension Phase {
    /// All other rules, where no removal rule matched: every one that matches acts. `report` holds for review; `approve` lifts what links, held
    /// words, previously approved and probability raised; a `score` weighs.
    static let otherRules = Phase(.otherRules) { hearing in
        guard hearing.rules.removal == nil else { return }
        for match in hearing.rules.matches {
            switch match.action {
            case .report: hearing.add(Signal(match, .raises(.held, liftable: false)))
            case .approve: hearing.add(Signal(match, .lifts))
            case .remove, .spam, .filter, nil: hearing.add(Signal(match, .none))
            }
        }
    }
}
