import Comments
import Text
import XML

/// Where values go: into the entry that is read, or into the feed.
extension FeedParser {
    mutating func store(_ field: FeedField, _ text: [UInt8]) { store(field, text, 0..<text.count) }

    /// Stores the value of a field, which is the text in `bytes` at `range`.
    mutating func store(_ field: FeedField, _ bytes: [UInt8], _ range: Range<Int>) {
        keep(range.count)
        bytes.withUnsafeBufferPointer { buffer in
            let text = UnsafeBufferPointer(rebasing: buffer[range])
            if let meant = DoubleEncoding.undone(text) {
                meant.withUnsafeBufferPointer { store(field, $0) }
            } else {
                store(field, text)
            }
        }
    }

    private mutating func store(_ field: FeedField, _ text: UnsafeBufferPointer<UInt8>) {
        if field.isCategory { return storeCategories(field, text.string) }
        switch stack.scope {
        case .entry: storeInEntry(field, text)
        case .feed: storeInFeed(field, text)
        case .none, .aside: if field == .wordpressVersion { setWordPressVersion(text.string) }
        }
    }

    private mutating func storeInEntry(_ field: FeedField, _ text: UnsafeBufferPointer<UInt8>) {
        let depth = stack.depth
        switch field {
        case .title, .mediaTitle:
            if takesTitle(field, isEmpty: text.isEmpty) { draft.set(.title, text, depth: depth) }
        case .description, .summary, .abstract: draft.set(.summary, text, depth: depth)
        case .content, .encodedContent, .body:
            if !draft.entry.texts.has(.content) { draft.entry.texts.set(.content, text) }
        case .id: storeEntryID(text, depth)
        case .published: if let time = date(text) { draft.entry.published = time }
        case .updated: if let time = date(text) { draft.entry.updated = time }
        case .language: draft.set(.language, text, depth: depth)
        case .comments: storeAddress(.comments, text, depth)
        case .commentCount: if let count = text.number { draft.setCommentCount(count, depth: depth) }
        case .commentFeed: if !text.isEmpty { storeAddress(.commentFeed, text, depth) }
        default: break
        }
    }

    /// An id that is said to be a permalink is absolute, and the link where there is no other.
    private mutating func storeEntryID(_ text: UnsafeBufferPointer<UInt8>, _ depth: Int) {
        guard guidIsLink else { return draft.set(.id, text, depth: depth) }
        storeAddress(.id, text, depth)
        guard !draft.entry.texts.has(.link) else { return }
        draft.entry.link = text.isEmpty ? "" : stack.base.resolve(text.string)
    }

    private mutating func storeAddress(_ name: FeedTexts.Name, _ text: UnsafeBufferPointer<UInt8>, _ depth: Int) {
        if text.isEmpty || FeedBase.isAbsolute(text) { return draft.set(name, text, depth: depth) }
        var address = stack.base.resolve(text.string)
        address.withUTF8 { draft.set(name, $0, depth: depth) }
    }

    private mutating func storeInFeed(_ field: FeedField, _ text: UnsafeBufferPointer<UInt8>) {
        switch field {
        case .title, .mediaTitle: if takesTitle(field, isEmpty: text.isEmpty) { info.title = text.string }
        case .subtitle, .description, .abstract: info.subtitle = text.string
        case .summary, .content, .encodedContent, .body: if info.subtitle == nil { info.subtitle = text.string }
        case .id:
            let isAddress = guidIsLink && !text.isEmpty
            info.id = isAddress ? stack.base.resolve(text.string) : text.string
            if guidIsLink, info.link == nil { info.link = info.id }
        case .published: if let time = date(text) { info.published = time }
        case .updated: if let time = date(text) { info.updated = time }
        case .language: info.language = text.string
        case .generator: info.generator = text.string
        case .wordpressVersion: setWordPressVersion(text.string)
        default: break
        }
    }

    /// The first title at a level counts; a deeper one never replaces it, the one of a media module only fills in.
    private mutating func takesTitle(_ field: FeedField, isEmpty: Bool) -> Bool {
        guard titleDepth < 0 || titleDepth > stack.depth else { return false }
        if field == .title, !isEmpty { titleDepth = stack.depth }
        return true
    }

    private mutating func date(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        let isHopeless = unreadableDates >= limits.unreadableDates
        if let time = isHopeless ? FeedDate.parsePlain(text) : FeedDate.parse(text) { return time }
        unreadableDates += 1
        if unreadableDates <= 5 { onProblem?("a date that can't be read: \(text.string.shortened(to: 40))") }
        return nil
    }
}
