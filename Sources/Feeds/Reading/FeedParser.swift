import XML

/// Reads every dialect of XML feeds: the events of a document become entries, one after the other.
///
/// What an element means is `FeedVocabulary`'s; how elements play together, which of several counts and what a link or
/// a guid implies follows feedparser, whose judgement of feeds in the wild is the reference.
struct FeedParser {
    var info = FeedInfo()
    var isFeed = false
    var dialect = Dialect.other
    var onProblem: ((String) -> Void)?
    let limits: FeedLimits
    let onEntry: (FeedEntry) throws -> Void
    var stack: ElementStack
    /// The texts of the open elements.
    var text: [UInt8] = []
    var construct: TextConstruct?
    /// How many elements were open when it began, its own among them.
    var constructDepth = 0
    var draft = EntryDraft()
    /// Bytes kept of the entry that is read, and of the feed outside of entries.
    private var kept = (entry: 0, feed: 0)
    var titleDepth = -1
    var guidIsLink = true
    var unreadableDates = 0

    /// What some rules are for alone.
    enum Dialect {
        case atom10
        case otherAtom
        case other
    }

    init(base: String?, language: String?, limits: FeedLimits, onEntry: @escaping (FeedEntry) throws -> Void) {
        stack = ElementStack(base: FeedBase(base ?? ""))
        self.limits = limits
        self.onEntry = onEntry
        info.language = language
    }

    mutating func take(_ events: XMLEvents) throws {
        try events.text.withUnsafeBufferPointer { text in
            for event in events.list {
                switch event {
                case .start(let index): try start(events.element(index))
                case .end: try end()
                case .text(let range): try take(UnsafeBufferPointer(rebasing: text[range]))
                }
            }
        }
    }

    private mutating func start(_ element: XMLElement) throws {
        let base = element.attributes.isEmpty ? nil : element.baseAddress
        if !element.namespaces.isEmpty { noteNamespaces(element.namespaces) }
        guard construct == nil else {
            stack.push(.unknown, start: text.count, base: base)
            startMarkup(element)
            return try checkSize()
        }
        let field = FeedField(rawValue: element.kind) ?? .unknown
        stack.push(field, start: text.count, base: base)
        if let kind = field.constructKind { return startConstruct(field, element, kind) }
        switch field {
        case .unknown: break
        case .rss, .rdf, .feed, .channel, .disqus:
            if field == .feed || field == .channel { stack.top.scope = .feed }
            startDocument(field, element)
            if field == .channel { startChannelAttributes(element) }
        case .entry:
            isFeed = true
            stack.top.scope = .entry
            startEntry(element)
        case .image, .textInput, .source:
            stack.top.scope = .aside
            titleDepth = -1
        default: startValue(field, element)
        }
        if !element.attributes.isEmpty { try checkSize() }
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard stack.depth > 0 else { return }
        if let construct {
            if construct.kind == .xhtml { text.append(escaped: bytes) } else { text.append(contentsOf: bytes) }
        } else if stack.top.field.isText {
            text.append(contentsOf: bytes)
        } else {
            return
        }
        try checkSize()
    }

    private mutating func end() throws {
        guard stack.depth > 0 else { return }
        defer { stack.pop() }
        if construct != nil, stack.depth > constructDepth { return endMarkup() }
        let start = stack.top.start
        if let construct { endConstruct(construct) } else { try endValue() }
        if text.count > start { text.removeLast(text.count - start) }
    }

    /// Counts bytes that are kept.
    mutating func keep(_ bytes: Int) {
        switch stack.scope {
        case .entry: kept.entry += bytes
        case .feed: kept.feed += bytes
        case .none, .aside: break
        }
    }

    mutating func beginEntry() {
        draft.reset()
        kept.entry = 0
    }

    private func checkSize() throws {
        guard text.count + max(kept.entry, kept.feed) <= limits.entry else {
            throw XMLError.limit(.item, allowed: limits.entry, line: 0)
        }
    }
}
