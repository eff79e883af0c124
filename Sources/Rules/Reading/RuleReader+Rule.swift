import Comments

/// The top level of a rule.
extension RuleReader {
    mutating func readRule(_ group: RuleGroup, line: Int) -> Rule? {
        var group = group
        readType(&group)
        if isSkipped { return nil }
        let priority = takeCount("priority", &group) ?? 0
        let exempt = takeFlag("moderators_exempt", &group)
        let action = readAction(&group)
        let reasons = [takeText("action_reason", &group), takeText("report_reason", &group)].compactMap(\.self)
        let messages = readMessages(&group)
        let score = takeWeight("score", &group)
        let tag = takeText("tag", &group)
        hasAction = hasAction || action != nil || score != nil || tag != nil
        for key in ["comment_stickied", "comment_locked"] { _ = takeFlag(key, &group) }
        readAuthor(&group)
        readPost(&group)
        readComment(&group)
        skipMediaPlaceholders(reasons + messages.flatMap { [$0.body, $0.subject ?? ""] })
        guard !isSkipped, !isBroken else { return nil }
        let place = RulePlace(file: document.file, document: document.index, line: fileLine(line))
        guard hasCheck, hasAction else {
            let lack = hasCheck ? "it does nothing" : "it checks nothing"
            report(.warning, line, 1, "rule skipped: \(lack)", mend: hasCheck ? "add an action" : "add a check")
            return nil
        }
        return Rule(
            place: place,
            priority: priority,
            sparesModerators: exempt ?? (action.map { $0.isRemoval || $0 == .report } ?? false),
            checks: checks,
            action: action,
            reason: reasons.first,
            messages: messages,
            score: score.map(Millionths.value) ?? 0,
            tag: tag
        )
    }

    private mutating func readType(_ group: inout RuleGroup) {
        let isGiven = group.members.contains { $0.key == "type" }
        let mark = group.members.last { $0.key == "type" }?.value
        guard let type = takeText("type", &group), isGiven, let mark else { return }
        switch type {
        case "any": break
        case "comment": hasCheck = true
        case "submission", "text submission", "link submission", "crosspost submission", "poll submission",
            "gallery submission":
            isSkipped = true
            report(
                .note,
                mark.line,
                mark.column,
                "rule skipped: it is for posts (\(type)), and this site gets comments"
            )
        default:
            fail(mark, "no type \(type.shortened())", mend: "write comment or any")
        }
    }

    private mutating func readAction(_ group: inout RuleGroup) -> RuleAction? {
        guard let mark = group.members.last(where: { $0.key == "action" })?.value,
            let text = takeText("action", &group)
        else { return nil }
        if let action = RuleAction(rawValue: text) { return action }
        fail(mark, "no action \(text.shortened())", mend: "write remove, spam, filter, report or approve")
        return nil
    }

    private mutating func readMessages(_ group: inout RuleGroup) -> [RuleMessage] {
        RuleMessage.Kind.allCases.compactMap { kind in
            let isGiven = group.members.contains { $0.key == kind.rawValue }
            let body = takeText(kind.rawValue, &group)
            let subject = takeText(kind.rawValue + "_subject", &group)
            hasAction = hasAction || isGiven
            guard let body, !body.isEmpty else { return nil }
            return RuleMessage(kind: kind, subject: subject, body: body)
        }
    }

    private mutating func skipMediaPlaceholders(_ texts: [String]) {
        guard texts.contains(where: { $0.contains("{{media_") }) else { return }
        isSkipped = true
        report(
            .warning,
            1,
            1,
            "rule skipped: this site knows nothing of {{media_…}}",
            mend: "leave the placeholder out"
        )
    }

    // MARK: Groups

    /// `author:` with a name, names or a group, and `~author:`.
    private mutating func readAuthor(_ group: inout RuleGroup) {
        let author = group.take("author")
        let other = group.take("~author")
        var inner = RuleGroup([])
        if let author {
            switch author.value.content {
            case .mapping(let pairs): inner = RuleGroup(pairs)
            default: readSearch(key: "name", author, subject: .author)
            }
        }
        if let other {
            if case .mapping = other.value.content {
                fail(other.value, "~author wants a name or names, not a group", mend: "put ~ before the keys of author")
            } else {
                _ = inner.take("~name")
                readSearch(key: "~name", other, subject: .author)
            }
        }
        readAuthorFacts(&inner)
        readSearches(inner, subject: .author)
    }

    private mutating func readAuthorFacts(_ group: inout RuleGroup) {
        var thresholds: [Threshold] = []
        for quantity in Threshold.Quantity.allCases {
            guard let member = group.take(quantity.rawValue) else { continue }
            if let text = member.value.searchText, let threshold = Threshold(text, of: quantity) {
                thresholds.append(threshold)
            } else {
                let example = quantity == .accountAge ? "\"< 3 days\"" : "\"< 10\""
                fail(
                    member.value,
                    "\(member.key) wants a comparison",
                    mend: "write one such as \(example), with <, > or ="
                )
            }
        }
        let anySuffices = takeFlag("satisfy_any_threshold", &group) ?? false
        if !thresholds.isEmpty { add(.thresholds(thresholds, anySuffices: anySuffices)) }
        if let value = takeFlag("is_submitter", &group) { add(.isSubmitter(value)) }
        if let value = takeFlag("is_moderator", &group) { add(.isModerator(value)) }
        if let value = takeFlag("is_contributor", &group) { add(.isContributor(value)) }
    }

    private mutating func readPost(_ group: inout RuleGroup) {
        guard let member = group.take("parent_submission") else { return }
        guard case .mapping(let pairs) = member.value.content else {
            fail(
                member.value,
                "parent_submission wants a group, not \(member.value.kind)",
                mend: "indent its keys below it"
            )
            return
        }
        readSearches(RuleGroup(pairs), subject: .post)
    }

    private mutating func readComment(_ group: inout RuleGroup) {
        ignoresQuotes = takeFlag("ignore_blockquotes", &group) ?? false
        if let length = takeCount("body_longer_than", &group) {
            add(.bodyLongerThan(length, withoutQuotes: ignoresQuotes))
        }
        if let length = takeCount("body_shorter_than", &group) {
            add(.bodyShorterThan(length, withoutQuotes: ignoresQuotes))
        }
        if let count = takeCount("reports", &group) { add(.reports(count)) }
        if let value = takeFlag("is_top_level", &group) { add(.isTopLevel(value)) }
        if let value = takeFlag("is_edited", &group) { add(.isEdited(value)) }
        readSearches(group, subject: .comment)
    }

    mutating func add(_ check: Rule.Check) {
        hasCheck = true
        checks.append(check)
    }
}
