import Comments

/// An entry while it is read: of several elements with one meaning, the outermost counts, and of these the last.
struct EntryDraft {
    var entry = FeedEntry()
    var hasContent = false
    /// Bytes of texts that are kept already.
    private(set) var bytes = 0
    /// By the field's number.
    private var depths = [Int](repeating: .max, count: FeedField.allCases.count)

    /// Begins another entry.
    mutating func reset() {
        entry = FeedEntry()
        hasContent = false
        guard bytes > 0 else { return }
        bytes = 0
        for index in depths.indices { depths[index] = .max }
    }

    mutating func store(_ field: FeedField, _ text: String, depth: Int, base: FeedBase, reader: XMLFeedReader) {
        bytes += text.utf8.count + 1
        switch field {
        case .title, .mediaTitle:
            if reader.takesTitle(field, text), counts(.title, depth) { entry.title = text }
        case .description, .summary, .abstract:
            if counts(.summary, depth) { entry.summary = text }
        case .content, .encodedContent, .body:
            if entry.content == nil { entry.content = text }
        case .id:
            let id = reader.identifier(text) { if entry.link == nil { entry.link = $0 } }
            if counts(.id, depth) { entry.id = id }
        case .published: if let time = reader.date(text) { entry.published = time }
        case .updated: if let time = reader.date(text) { entry.updated = time }
        case .language: if counts(.language, depth) { entry.language = text }
        case .comments: if counts(.comments, depth) { entry.comments = text.isEmpty ? text : base.resolve(text) }
        case .commentCount: if let count = Int(text), counts(.commentCount, depth) { entry.commentCount = count }
        case .commentFeed: if counts(.commentFeed, depth), !text.isEmpty { entry.commentFeed = base.resolve(text) }
        default: break
        }
    }

    private mutating func counts(_ field: FeedField, _ depth: Int) -> Bool {
        guard depth <= depths[field.rawValue] else { return false }
        depths[field.rawValue] = depth
        return true
    }
}
