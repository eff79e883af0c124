import Patterns

extension RuleSet {
    /// Tries the rules on a comment whose `texts(of:)` gave `hits`.
    public func evaluate(_ subject: RuleSubject, facts: RuleFacts, hits: PatternHits) -> RuleOutcome {
        RuleOutcome(matches: matching(subject, facts: facts, hits: hits).map { match(tried[$0].rule, subject, facts) })
    }

    /// The places of the rules that match: of a removal alone, or of all others.
    func matching(_ subject: RuleSubject, facts: RuleFacts, hits: PatternHits) -> [Int] {
        var lengths = BodyLengths(subject)
        var matching: [Int] = []
        for place in index.candidates(hits) where tried[place].holds(facts, hits, &lengths) {
            if tried[place].rule.isRemoval { return [place] }
            matching.append(place)
        }
        return matching
    }

    private func match(_ rule: Rule, _ subject: RuleSubject, _ facts: RuleFacts) -> RuleMatch {
        let found = rule.searches.filter { !$0.isNegated }.compactMap { search in
            search.found(in: subject).map { (search: search, field: $0.field, groups: $0.groups) }
        }
        var shown: [RuleMatch.Found] = []
        for found in found where found.field.isPublic {
            guard let words = found.groups.dropFirst().first ?? nil, !shown.contains(where: { $0.words == words })
            else {
                continue
            }
            let pattern = found.search.expression?.value(foundIn: subject.text(of: found.field))
            shown.append(RuleMatch.Found(words: words, pattern: pattern))
        }
        var placeholders = Placeholders(
            values: [
                "author": subject.authorName, "body": subject.body, "title": subject.postTitle,
                "permalink": subject.permalink, "kind": "comment", "url": subject.postURL,
                "domain": subject.postURL.domain,
            ],
            matches: found.filter { $0.search.subject == .comment }.map { ($0.search.name, $0.groups) }
        )
        if !facts.isPostListed { placeholders.fromVisitor.formUnion(["title", "permalink", "url", "domain"]) }
        let reason = rule.reason.map(placeholders.fill)
        let messages = rule.messages.map { message in
            placeholders.hidesVisitor = message.kind == .message && !facts.isVerified
            return RuleMatch.Message(
                recipient: message.recipient,
                subject: message.subject.map(placeholders.fill),
                body: placeholders.fill(message.body)
            )
        }
        return RuleMatch(
            place: rule.place,
            action: rule.action,
            reason: reason,
            found: shown,
            messages: messages,
            score: rule.score,
            tag: rule.tag
        )
    }
}

/// The lengths of a comment's text, measured when first asked.
struct BodyLengths {
    private let subject: RuleSubject
    private var whole: Int?
    private var withoutQuotes: Int?

    init(_ subject: RuleSubject) { self.subject = subject }

    mutating func length(withoutQuotes isWithout: Bool) -> Int {
        if isWithout {
            let length = withoutQuotes ?? subject.text(of: .bodyWithoutQuotes).lengthBetweenWords
            withoutQuotes = length
            return length
        }
        let length = whole ?? subject.body.lengthBetweenWords
        whole = length
        return length
    }
}

extension CollectedRule {
    func holds(_ facts: RuleFacts, _ hits: PatternHits, _ lengths: inout BodyLengths) -> Bool {
        if rule.sparesModerators, facts.isTrusted { return false }
        var next = firstPattern
        for check in rule.checks {
            let start = next
            if case .search(let search) = check { next += search.patternCount }
            if !holds(check, start..<next, facts, hits, &lengths) { return false }
        }
        return true
    }

    private func holds(
        _ check: Rule.Check,
        _ patterns: Range<Int>,
        _ facts: RuleFacts,
        _ hits: PatternHits,
        _ lengths: inout BodyLengths
    ) -> Bool {
        switch check {
        case .search(let search):
            search.expression == nil || hits.containsAny(of: patterns) != search.isNegated
        case .bodyLongerThan(let limit, let withoutQuotes): lengths.length(withoutQuotes: withoutQuotes) > limit
        case .bodyShorterThan(let limit, let withoutQuotes): lengths.length(withoutQuotes: withoutQuotes) < limit
        case .reports(let count): facts.flags >= count || count == 0
        case .isTopLevel(let value): value == !facts.isReply
        case .isEdited(let value): value == facts.isEdited
        case .isSubmitter(let value): value == facts.isPostAuthor
        case .isModerator(let value): value == facts.isTrusted
        case .isContributor(let value): value == facts.isContributor
        case .thresholds(let thresholds, anySuffices: true): thresholds.contains { $0.holds(for: facts) }
        case .thresholds(let thresholds, anySuffices: false): thresholds.allSatisfy { $0.holds(for: facts) }
        }
    }
}

extension SearchCheck {
    /// The first field in which it matches, with what it found there.
    func found(in subject: RuleSubject) -> (field: RuleField, groups: [String?])? {
        guard let expression else { return nil }
        for field in fields {
            if let groups = expression.locator.firstMatch(in: subject.text(of: field)) { return (field, groups) }
        }
        return nil
    }
}

extension RuleMessage {
    fileprivate var recipient: RuleMatch.Message.Recipient {
        switch kind {
        case .comment: .thread
        case .modmail: .moderators
        case .message: .author
        }
    }
}
