import Text
import XML

/// Elements that hold a single value, or only have attributes.
extension FeedParser {
    mutating func startValue(_ field: FeedField, _ element: XMLElement) {
        switch field {
        case .id:
            guidIsLink = (element.attribute("ispermalink") ?? "true") == "true"
        case .link: startLink(element)
        case .category:
            let scheme = element.attribute("scheme") ?? element.attribute("domain")
            add(
                FeedCategory(
                    term: element.attribute("term"),
                    scheme: scheme ?? FeedVocabulary.categoryScheme(of: element.name),
                    label: element.attribute("label")
                )
            )
        case .podcastCategory:
            add(FeedCategory(term: element.attribute("text"), scheme: FeedVocabulary.podcastScheme))
        case .generatorAgent:
            let resource = element.attributes.first { $0.name.local == "resource" }
            if stack.scope == .feed { info.generator = resource?.value }
        case .inReplyTo:
            guard stack.scope == .entry, let ref = element.attribute("ref") ?? element.attribute("href") else { return }
            let href = element.attribute("href").map(stack.base.resolve)
            draft.entry.inReplyTo = FeedItem.Reply(ref: ref, href: href)
        default: break
        }
    }

    private mutating func startLink(_ element: XMLElement) {
        guard stack.scope != .aside else { return }
        guard !element.attributes.isEmpty else {
            return add(FeedLink(rel: "alternate", href: nil, type: "text/html"))
        }
        let rel = element.attribute("rel")?.asciiLowercased ?? "alternate"
        let type = element.attribute("type")?.asciiLowercased ?? (rel == "self" ? "application/atom+xml" : "text/html")
        let address = element.attribute("url") ?? element.attribute("uri") ?? element.attribute("href")
        let href = address.map(stack.base.resolve)
        add(FeedLink(rel: rel, href: href, type: type))
        guard let href else { return }
        stack.top.field = .unknown
        if rel == "alternate",
            type == "text/html" || type == "application/xhtml+xml" || type == "html" || type == "xhtml"
        {
            setLink(href)
        }
        guard rel == "replies", stack.scope == .entry else { return }
        if type == FeedFormat.atom.mediaType {
            draft.entry.commentFeed = href
        } else if !draft.entry.texts.has(.comments) {
            draft.entry.comments = href
        }
        if let count = element.attributes.first(where: { $0.name.local == "count" })?.value, let count = Int(count) {
            draft.entry.commentCount = count
        }
    }

    mutating func endValue() throws {
        let frame = stack.top
        guard frame.field.isText else {
            if frame.field == .entry { try endEntry() }
            return
        }
        let range = text.trimmingSpaces(frame.start..<text.count)
        switch frame.field {
        case .author: endAuthor(frame, range)
        case .link: endLink(frame.scope, range)
        case .name, .email, .address: endPersonPart(frame, range)
        default: store(frame.field, text, range)
        }
    }

    private mutating func endEntry() throws {
        try onEntry(draft.entry)
        beginEntry()
    }

    private mutating func endLink(_ scope: Scope, _ range: Range<Int>) {
        guard scope != .aside else { return }
        let address = range.isEmpty ? "" : stack.base.resolve(String(decoding: text[range], as: UTF8.self))
        setLink(address)
        setAddressOfLastLink(address)
    }

    private mutating func endPersonPart(_ frame: ElementStack.Frame, _ range: Range<Int>) {
        guard stack.structurePerson() == .author, frame.scope != .aside else { return }
        let value = String(decoding: text[range], as: UTF8.self)
        var author = (frame.scope == .entry ? draft.entry.author : info.author) ?? FeedPerson()
        switch frame.field {
        case .name: author.name = value
        case .email: author.email = value
        default: author.url = stack.base.resolve(value)
        }
        setAuthor(author, frame.scope)
    }

    private mutating func endAuthor(_ frame: ElementStack.Frame, _ range: Range<Int>) {
        guard !frame.isStructured, frame.scope != .aside else { return }
        guard (frame.scope == .entry ? draft.entry.author : info.author) == nil else { return }
        let person = FeedPerson(line: String(decoding: text[range], as: UTF8.self))
        if !person.isEmpty { setAuthor(person, frame.scope) }
    }

    private mutating func setAuthor(_ person: FeedPerson, _ scope: Scope) {
        keep((person.name?.utf8.count ?? 0) + (person.email?.utf8.count ?? 0) + (person.url?.utf8.count ?? 0))
        switch scope {
        case .entry: draft.entry.author = person
        case .feed: info.author = person
        case .none, .aside: break
        }
    }
}
