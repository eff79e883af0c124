import Comments
import Text
import XML

/// Reads every dialect of XML feeds: the events of a document become entries, one after the other.
///
/// What an element means is `FeedVocabulary`'s; how elements play together, which of several counts and what a link or
/// a guid implies follows feedparser, whose judgement of feeds in the wild is the reference.
final class XMLFeedReader: XMLHandler {
    private struct Frame {
        var field: FeedField
        var scope: Scope
        var base: FeedBase
        /// Where its text begins.
        var start: Int
        /// Whether a person's name or address stands in an element of its own.
        var isStructured = false
        /// The end tag to write, for markup in place.
        var markup: String?
    }

    private(set) var info: FeedInfo
    private(set) var isFeed = false
    private let limits: FeedLimits
    private let onEntry: (FeedEntry) throws -> Void
    private var frames: [Frame] = []
    private var text: [UInt8] = []
    private var construct: TextConstruct?
    private var constructDepth = 0
    private var draft = EntryDraft()
    private var titleDepth = -1
    private var guidIsLink = true
    private let documentBase: FeedBase

    init(base: String?, language: String?, limits: FeedLimits, onEntry: @escaping (FeedEntry) throws -> Void) {
        documentBase = FeedBase(base ?? "")
        self.limits = limits
        self.onEntry = onEntry
        info = FeedInfo()
        info.language = language
    }

    private var scope: Scope { frames.last?.scope ?? .none }
    private var base: FeedBase { frames.last?.base ?? documentBase }
    private var isAtom: Bool { info.version.hasPrefix("atom") }

    // MARK: Events

    func classify(_ name: XMLName) -> Int { FeedVocabulary.field(of: name).rawValue }

    func start(_ element: XMLElement) throws {
        var base = base
        if !element.attributes.isEmpty, let address = element.baseAddress { base = base.nested(address) }
        if !element.namespaces.isEmpty { noteNamespaces(element.namespaces) }
        guard construct == nil else {
            frames.append(Frame(field: .unknown, scope: scope, base: base, start: text.count))
            try startInline(element, base: base)
            return
        }
        let field = FeedField(rawValue: element.kind) ?? .unknown
        var frame = Frame(field: field, scope: scope, base: base, start: text.count)
        if let type = field.constructType {
            frames.append(frame)
            beginConstruct(field, element, type)
            return
        }
        switch field {
        case .rss, .rdf, .feed, .channel, .disqus:
            frame.scope = field == .feed || field == .channel ? .feed : frame.scope
            frames.append(frame)
            startDocument(field, element)
            if field == .channel { startChannelAttributes(element) }
        case .entry:
            isFeed = true
            frame.scope = .entry
            frames.append(frame)
            startEntry(element)
        case .image, .textInput, .source:
            frame.scope = .aside
            frames.append(frame)
            titleDepth = -1
        default:
            frames.append(frame)
            startValue(field, element)
        }
    }

    func text(_ bytes: Span<UInt8>) throws {
        guard let field = frames.last?.field else { return }
        if let isXHTML = construct?.isXHTML {
            bytes.withUnsafeBufferPointer { buffer in
                if isXHTML { text.append(markupText: buffer) } else { text.append(contentsOf: buffer) }
            }
        } else if field.isText || field == .link {
            bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
        } else {
            return
        }
        guard text.count + draft.bytes <= limits.entry else {
            throw XMLError.limit(.item, allowed: limits.entry, line: 0)
        }
    }

    func end(kind: Int) throws {
        guard let frame = frames.last else { return }
        if construct != nil, frames.count > constructDepth {
            endInline()
            frames.removeLast()
            return
        }
        if let construct {
            endConstruct(construct, base: frame.base)
        } else {
            try endValue(frame)
        }
        text.removeSubrange(min(frame.start, text.count)...)
        frames.removeLast()
    }

    // MARK: Documents

    private func noteNamespaces(_ namespaces: [XMLNamespaceDeclaration]) {
        guard info.version.isEmpty else { return }
        for namespace in namespaces where info.version.isEmpty {
            switch namespace.uri.asciiLowercased {
            case "http://my.netscape.com/rdf/simple/0.9/" where namespace.prefix == nil: info.version = "rss090"
            case "http://purl.org/rss/1.0/": info.version = "rss10"
            case "http://www.w3.org/2005/atom": info.version = "atom10"
            default: break
            }
        }
    }

    private func startDocument(_ field: FeedField, _ element: XMLElement) {
        isFeed = true
        switch field {
        case .rss where !info.version.hasPrefix("rss"):
            switch element.attribute("version") ?? "" {
            case "0.91": info.version = "rss091u"
            case "0.92": info.version = "rss092"
            case "0.93": info.version = "rss093"
            case "0.94": info.version = "rss094"
            case let version where version.hasPrefix("2."): info.version = "rss20"
            default: info.version = "rss"
            }
        case .feed where info.version.isEmpty:
            switch element.attribute("version") {
            case "0.1": info.version = "atom01"
            case "0.2": info.version = "atom02"
            case "0.3": info.version = "atom03"
            default: info.version = "atom"
            }
        case .channel where frames.count == 1: info.version = "cdf"
        case .disqus: info.version = "disqus"
        default: break
        }
        if field != .channel, let language = element.language {
            info.language = language.replacing("_", with: "-")
        }
    }

    /// CDF says in attributes what others say in elements.
    private func startChannelAttributes(_ element: XMLElement) {
        guard !element.attributes.isEmpty else { return }
        if let modified = element.attribute("lastmod") ?? element.attribute("LASTMOD") {
            store(.updated, text: modified)
        }
        if let href = element.attribute("href") ?? element.attribute("HREF") {
            add(FeedLink(rel: "alternate", href: base.resolve(href), type: "text/html"))
            storeLink(base.resolve(href))
        }
    }

    private func startEntry(_ element: XMLElement) {
        draft.reset()
        titleDepth = -1
        if let about = element.attributes.first(where: { $0.name.local == "about" && $0.name.prefix != nil }) {
            draft.entry.id = about.value
        }
        startChannelAttributes(element)
    }

    // MARK: Text constructs

    private func beginConstruct(_ field: FeedField, _ element: XMLElement, _ type: String) {
        var field = field
        var type = type
        let isSummary = field == .description || field == .summary || field == .abstract
        if isSummary, scope == .entry, draft.entry.summary != nil, !draft.hasContent {
            // A second description is the whole text.
            field = .content
            if element.kind != FeedField.abstract.rawValue { type = "text/plain" }
        }
        if field == .content || field == .encodedContent { draft.hasContent = true }
        construct = TextConstruct(
            field: field,
            type: element.attribute("type") ?? type,
            mode: element.attribute("mode"),
            start: text.count
        )
        constructDepth = frames.count
    }

    private func startInline(_ element: XMLElement, base: FeedBase) throws {
        let name = element.name.local.asciiLowercased
        let depth = frames.count - 1 - constructDepth
        guard construct?.begin(name, depth: depth) == true else { return }
        frames[frames.count - 1].markup = name
        text.append(UInt8(ascii: "<"))
        text.append(contentsOf: name.utf8)
        if name == "svg" || name == "math", let namespace = element.name.namespace {
            text.append(attribute: "xmlns", namespace)
        }
        for attribute in element.attributes {
            let module = attribute.name.prefix == nil ? "" : FeedVocabulary.module(of: attribute.name)
            let local = attribute.name.local.asciiLowercased
            let isAddress = module.isEmpty && AddressedMarkup.isAddress(local, of: name)
            let value = isAddress ? base.resolveSafely(attribute.value.trimmed) : attribute.value
            text.append(attribute: module.isEmpty ? local : module + ":" + local, value)
        }
        text.append(contentsOf: XHTMLText.isVoid(name) ? " />".utf8 : ">".utf8)
        construct?.began(depth: depth, at: text.count)
    }

    private func endInline() {
        guard let name = frames.last?.markup else { return }
        construct?.ends(depth: frames.count - 1 - constructDepth, at: text.count)
        guard !XHTMLText.isVoid(name) else { return }
        text.append(contentsOf: "</".utf8)
        text.append(contentsOf: name.utf8)
        text.append(UInt8(ascii: ">"))
    }

    private func endConstruct(_ construct: TextConstruct, base: FeedBase) {
        self.construct = nil
        let isWrapped = info.version == "atom10" && construct.isXHTML
        var bytes = (isWrapped ? construct.withoutDiv(text) : text[construct.start...]).trimmedSpaces
        if construct.isBase64, let decoded = Base64.decode(bytes), String(validating: decoded, as: UTF8.self) != nil {
            bytes = decoded[...]
        }
        if !construct.isXHTML, !base.address.isEmpty {
            let isGuessed = construct.type == "text/plain" && !isAtom && XHTMLText.looksLikeHTML(bytes)
            if construct.isMarkup || isGuessed { bytes = AddressedMarkup.resolved(Array(bytes), base: base)[...] }
        }
        store(construct.field, text: bytes.asText)
    }

    // MARK: Values

    private func startValue(_ field: FeedField, _ element: XMLElement) {
        switch field {
        case .id:
            guidIsLink = (element.attribute("isPermaLink") ?? element.attribute("ispermalink") ?? "true") == "true"
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
            if scope == .feed { info.generator = resource?.value }
        case .inReplyTo:
            guard scope == .entry, let ref = element.attribute("ref") ?? element.attribute("href") else { return }
            draft.entry.inReplyTo = FeedItem.Reply(ref: ref, href: element.attribute("href").map(base.resolve))
        default: break
        }
    }

    private func startLink(_ element: XMLElement) {
        guard scope != .aside else { return }
        let rel = element.attribute("rel")?.asciiLowercased ?? "alternate"
        let type = element.attribute("type")?.asciiLowercased ?? (rel == "self" ? "application/atom+xml" : "text/html")
        let address = element.attribute("url") ?? element.attribute("uri") ?? element.attribute("href")
        let href = address.map(base.resolve)
        add(FeedLink(rel: rel, href: href, type: type))
        guard let href else { return }
        frames[frames.count - 1].field = .unknown
        if rel == "alternate",
            type == "text/html" || type == "application/xhtml+xml" || type == "html" || type == "xhtml"
        {
            storeLink(href)
        }
        guard rel == "replies", scope == .entry else { return }
        if type == FeedFormat.atom.mediaType {
            draft.entry.commentFeed = href
        } else if draft.entry.comments == nil {
            draft.entry.comments = href
        }
        if let count = element.attributes.first(where: { $0.name.local == "count" })?.value, let count = Int(count) {
            draft.entry.commentCount = count
        }
    }

    private func endValue(_ frame: Frame) throws {
        switch frame.field {
        case .entry:
            try onEntry(draft.entry)
            draft.reset()
        case .author:
            endAuthor(frame)
        case .link:
            guard frame.scope != .aside else { return }
            let address = base.resolve(value(of: frame))
            storeLink(address)
            setLastLink(address)
        case .name, .email, .address:
            endPersonPart(frame)
        default:
            guard frame.field.isText else { return }
            store(frame.field, text: value(of: frame))
        }
    }

    private func value(of frame: Frame) -> String { text[frame.start...].trimmedSpaces.asText }

    private func endPersonPart(_ frame: Frame) {
        guard let person = frames.lastIndex(where: { $0.field.isPerson }) else { return }
        frames[person].isStructured = true
        guard frames[person].field == .author, frame.scope != .aside else { return }
        let value = value(of: frame)
        var author = (frame.scope == .entry ? draft.entry.author : info.author) ?? FeedPerson()
        switch frame.field {
        case .name: author.name = value
        case .email: author.email = value
        default: author.url = base.resolve(value)
        }
        setAuthor(author, frame.scope)
    }

    private func endAuthor(_ frame: Frame) {
        guard !frame.isStructured, frame.scope != .aside else { return }
        let person = FeedPerson(line: value(of: frame))
        guard !person.isEmpty, (frame.scope == .entry ? draft.entry.author : info.author) == nil else { return }
        setAuthor(person, frame.scope)
    }

    // MARK: Storing

    private func store(_ field: FeedField, text: String) {
        if field.isCategory { return storeCategories(field, text) }
        switch scope {
        case .entry: draft.store(field, text, depth: frames.count, base: base, reader: self)
        case .feed: storeInFeed(field, text)
        case .none, .aside: if field == .wordpressVersion { setWordPressVersion(text) }
        }
    }

    private func storeInFeed(_ field: FeedField, _ text: String) {
        switch field {
        case .title, .mediaTitle: if takesTitle(field, text) { info.title = text }
        case .subtitle, .description, .abstract: info.subtitle = text
        case .summary: if info.subtitle == nil { info.subtitle = text }
        case .id: info.id = identifier(text) { if info.link == nil { info.link = $0 } }
        case .published: if let time = date(text) { info.published = time }
        case .updated: if let time = date(text) { info.updated = time }
        case .language: info.language = text
        case .generator: info.generator = text
        case .wordpressVersion: setWordPressVersion(text)
        default: break
        }
    }

    private func setWordPressVersion(_ text: String) {
        info.version = "wxr" + text.filter(\.isNumber).prefix(4)
    }

    private func storeCategories(_ field: FeedField, _ text: String) {
        switch field {
        case .category, .podcastCategory: addTerm(text)
        case .tags, .keywords: for term in text.split(separator: ",") { add(FeedCategory(term: String(term).trimmed)) }
        case .podcastKeywords:
            for term in text.split(separator: ",") where !term.allSatisfy(\.isWhitespace) {
                add(FeedCategory(term: String(term).trimmed, scheme: FeedVocabulary.podcastScheme))
            }
        default: break
        }
    }

    /// The first title at a level counts; a deeper one never replaces it, the one of a media module only fills in.
    func takesTitle(_ field: FeedField, _ text: String) -> Bool {
        guard titleDepth < 0 || titleDepth > frames.count else { return false }
        if field == .title, !text.isEmpty { titleDepth = frames.count }
        return true
    }

    /// An id that is said to be a permalink is absolute, and the link where there is no other.
    func identifier(_ text: String, link: (String) -> Void) -> String {
        guard guidIsLink else { return text }
        let address = text.isEmpty ? text : base.resolve(text)
        link(address)
        return address
    }

    func date(_ text: String) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        if let time = FeedDate.parse(text) { return time }
        unreadableDates += 1
        if unreadableDates <= 5 { onProblem?("a date that can't be read: \(text.shortened(to: 40))") }
        return nil
    }

    /// Told of what is wrong with values; the XML's own problems are the reader's.
    var onProblem: ((String) -> Void)?
    private var unreadableDates = 0

    private func storeLink(_ address: String) {
        switch scope {
        case .entry: draft.entry.link = address
        case .feed: info.link = address
        case .none, .aside: break
        }
    }

    private func setLastLink(_ address: String) {
        switch scope {
        case .entry: if !draft.entry.links.isEmpty { draft.entry.links[draft.entry.links.count - 1].href = address }
        case .feed: if !info.links.isEmpty { info.links[info.links.count - 1].href = address }
        case .none, .aside: break
        }
    }

    private func add(_ link: FeedLink) {
        switch scope {
        case .entry: if draft.entry.links.count < limits.list { draft.entry.links.append(link) }
        case .feed: if info.links.count < limits.list { info.links.append(link) }
        case .none, .aside: break
        }
    }

    private func add(_ category: FeedCategory) {
        guard category.term ?? "" != "" || category.scheme ?? "" != "" || category.label ?? "" != "" else { return }
        switch scope {
        case .entry:
            guard draft.entry.categories.count < limits.list, !draft.entry.categories.contains(category) else { return }
            draft.entry.categories.append(category)
        case .feed:
            guard info.categories.count < limits.list, !info.categories.contains(category) else { return }
            info.categories.append(category)
        case .none, .aside: break
        }
    }

    /// The text of a category is the term that its attributes didn't give.
    private func addTerm(_ text: String) {
        guard !text.isEmpty else { return }
        switch scope {
        case .entry where draft.entry.categories.last.map { ($0.term ?? "").isEmpty } == true:
            draft.entry.categories[draft.entry.categories.count - 1].term = text
        case .feed where info.categories.last.map { ($0.term ?? "").isEmpty } == true:
            info.categories[info.categories.count - 1].term = text
        default: add(FeedCategory(term: text))
        }
    }

    private func setAuthor(_ person: FeedPerson, _ scope: Scope) {
        switch scope {
        case .entry: draft.entry.author = person
        case .feed: info.author = person
        case .none, .aside: break
        }
    }
}

extension XMLElement {
    fileprivate var baseAddress: String? {
        attributes.first { $0.name.local == "base" && ($0.name.prefix == "xml" || $0.name.prefix == nil) }?.value
    }

    fileprivate var language: String? {
        attributes.first { $0.name.local == "lang" && ($0.name.prefix == "xml" || $0.name.prefix == nil) }?.value
    }
}
