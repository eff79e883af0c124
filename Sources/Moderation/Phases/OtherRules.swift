import Rules

extension Phase {
    /// All other rules, where no removal rule matched: every one that matches acts. `report` holds for review; `approve` lifts what links, held
    /// words, previously approved and probability raised; a `score` weighs. A removal rule's tag counts, too.
    static let otherRules = Phase(.otherRules) { hearing in
        for match in hearing.rules.matches where match.action?.isRemoval != true {
            switch match.action {
            case .report: hearing.add(Signal(match, .raises(.held, liftable: false)))
            case .approve: hearing.add(Signal(match, .lifts))
            case .remove, .spam, .filter, nil: hearing.add(Signal(match, .none))
            }
        }
        for match in hearing.rules.matches {
            guard let tag = match.tag else { continue }
            hearing.note(.tag(tag, note: "Rule \(match.place) tags it “\(tag)”."), in: .otherRules)
        }
    }
}
