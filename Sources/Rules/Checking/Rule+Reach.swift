import Patterns

/// How much a rule can match, seen from its checks alone.
extension Rule {
    /// Why no comment can match; nil where one may.
    var neverMatches: String? {
        var shortest = 0
        var longest = Int.max
        for check in checks {
            switch check {
            case .bodyLongerThan(let limit, _): shortest = max(shortest, limit == .max ? limit : limit + 1)
            case .bodyShorterThan(let limit, _): longest = min(longest, limit == .min ? limit : limit - 1)
            case .thresholds(let thresholds, let anySuffices):
                let impossible = thresholds.filter(\.isImpossible)
                if anySuffices ? impossible.count == thresholds.count : !impossible.isEmpty {
                    return "\(impossible[0].quantity.rawValue) is never so low or high here"
                }
            case .isModerator(true) where sparesModerators:
                return "it asks for a moderator and spares moderators (moderators_exempt)"
            case .search(let search):
                if let reason = search.neverMatches { return reason }
            default: break
            }
        }
        return shortest > longest ? "no text is both that long and that short" : nil
    }

    /// Whether its checks hold for nearly every comment.
    var matchesNearlyAll: Bool { checks.allSatisfy(\.holdsForNearlyAll) }

    /// Whether every comment that `other` matches is one that this rule, a removal tried before, matches.
    func covers(_ other: Rule) -> Bool {
        guard !sparesModerators || other.sparesModerators else { return false }
        return checks.allSatisfy { check in
            check.holdsAlways || other.checks.contains { check.holds(where: $0) }
        }
    }
}

extension Rule.Check {
    /// Whether it holds for every comment there is.
    var holdsAlways: Bool {
        switch self {
        case .search(let search): search.expression == nil
        case .reports(let count): count <= 0
        case .bodyLongerThan(let limit, _): limit < 0
        default: false
        }
    }

    var holdsForNearlyAll: Bool {
        switch self {
        case .search(let search): search.expression == nil || (!search.isNegated && search.takesAnyText)
        case .bodyLongerThan(let limit, _): limit <= 0
        case .bodyShorterThan(let limit, _): limit >= 65536
        case .isEdited(false), .isModerator(false), .isContributor(false), .isSubmitter(false): true
        default: holdsAlways
        }
    }

    /// Whether it holds wherever `other` does.
    func holds(where other: Rule.Check) -> Bool {
        switch (self, other) {
        case (.search(let mine), .search(let theirs)): mine.holds(where: theirs)
        case (.bodyLongerThan(let mine, let a), .bodyLongerThan(let theirs, let b)): a == b && mine <= theirs
        case (.bodyShorterThan(let mine, let a), .bodyShorterThan(let theirs, let b)): a == b && mine >= theirs
        case (.reports(let mine), .reports(let theirs)): mine <= theirs
        case (.isTopLevel(let mine), .isTopLevel(let theirs)), (.isEdited(let mine), .isEdited(let theirs)),
            (.isSubmitter(let mine), .isSubmitter(let theirs)), (.isModerator(let mine), .isModerator(let theirs)),
            (.isContributor(let mine), .isContributor(let theirs)):
            mine == theirs
        case (.thresholds(let mine, let a), .thresholds(let theirs, let b)): a == b && Set(mine) == Set(theirs)
        default: false
        }
    }
}

extension SearchCheck {
    fileprivate func holds(where other: SearchCheck) -> Bool {
        guard isNegated == other.isNegated, let mine = expression?.alternatives,
            let theirs = other.expression?.alternatives
        else { return false }
        let (wider, narrower) = isNegated ? (theirs, mine) : (mine, theirs)
        let (more, fewer) = isNegated ? (other.fields, fields) : (fields, other.fields)
        return Set(more).isSuperset(of: fewer) && Set(wider).isSuperset(of: narrower)
    }

    fileprivate var takesAnyText: Bool {
        expression?.alternatives.contains { pattern in
            switch pattern {
            case .literal(let text, _, let frame): text.isEmpty && frame != .whole && frame != .wholeBarPunctuation
            case .expression(let expression): expression.matchesEverything
            }
        } ?? true
    }

    fileprivate var neverMatches: String? {
        guard !isNegated, fields == [.postDomain], let alternatives = expression?.alternatives else { return nil }
        let isLost = alternatives.allSatisfy { pattern in
            if case .expression(let expression) = pattern { expression.source.contains("(www") } else { false }
        }
        return isLost ? "a domain is looked at without its www." : nil
    }
}

extension Threshold {
    /// Whether no author meets it: karma is approved comments, never less than none, and of posts always none.
    fileprivate var isImpossible: Bool {
        switch (quantity, comparison) {
        case (.postKarma, .greater), (.linkKarma, .greater): limit >= 0
        case (.postKarma, .equal), (.linkKarma, .equal): limit != 0
        case (_, .less): limit <= 0
        case (_, .equal): limit < 0
        default: false
        }
    }
}
