import Text

/// Links and categories, of which an entry or feed has several.
extension FeedParser {
    mutating func add(_ link: FeedLink) {
        keep((link.href?.utf8.count ?? 0) + link.rel.utf8.count)
        switch stack.scope {
        case .entry: if draft.entry.links.count < limits.list { draft.entry.links.append(link) }
        case .feed: if info.links.count < limits.list { info.links.append(link) }
        case .none, .aside: break
        }
    }

    /// An element's text is the address of the link that its start announced.
    mutating func setAddressOfLastLink(_ address: String) {
        switch stack.scope {
        case .entry:
            if !draft.entry.links.isEmpty { draft.entry.links[draft.entry.links.count - 1].href = address }
        case .feed: if !info.links.isEmpty { info.links[info.links.count - 1].href = address }
        case .none, .aside: break
        }
    }

    /// Sets the one address that the entry or feed is at.
    mutating func setLink(_ address: String) {
        keep(2 * address.utf8.count)
        switch stack.scope {
        case .entry: draft.entry.link = address
        case .feed: info.link = address
        case .none, .aside: break
        }
    }

    mutating func add(_ category: FeedCategory) {
        guard category.term ?? "" != "" || category.scheme ?? "" != "" || category.label ?? "" != "" else { return }
        keep((category.term?.utf8.count ?? 0) + (category.scheme?.utf8.count ?? 0))
        switch stack.scope {
        case .entry:
            guard draft.entry.categories.count < limits.list, !draft.contains(category) else { return }
            draft.append(category)
        case .feed:
            guard info.categories.count < limits.list, !info.categories.contains(category) else { return }
            info.categories.append(category)
        case .none, .aside: break
        }
    }

    mutating func storeCategories(_ field: FeedField, _ text: String) {
        switch field {
        case .category, .podcastCategory: addTerm(text)
        case .tags, .keywords: addTerms(text, scheme: nil)
        case .podcastKeywords: addTerms(text, scheme: FeedVocabulary.podcastScheme)
        default: break
        }
    }

    /// Adds terms with commas between them.
    private mutating func addTerms(_ text: String, scheme: String?) {
        for term in text.split(separator: ",", maxSplits: limits.list).prefix(limits.list) {
            let term = String(term).trimmed
            if !term.isEmpty { add(FeedCategory(term: term, scheme: scheme)) }
        }
    }

    /// The text of a category is the term that its attributes didn't give.
    private mutating func addTerm(_ text: String) {
        guard !text.isEmpty else { return }
        switch stack.scope {
        case .entry where draft.entry.categories.last.map { ($0.term ?? "").isEmpty } == true:
            draft.setLastTerm(text)
        case .feed where info.categories.last.map { ($0.term ?? "").isEmpty } == true:
            info.categories[info.categories.count - 1].term = text
        default: add(FeedCategory(term: text))
        }
    }
}
