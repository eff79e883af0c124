import Comments
import GRDB

/// What a feed, an import or the `threads` command says of a post; nil leaves a field as it is.
public struct PostNews: Sendable {
    public var address: ThreadAddress
    public var slug: String
    public var title: String?
    public var publishedAt: Timestamp?
    public var authorName: String?
    public var authorEmail: String?
    public var isClosed: Bool?

    public init(
        address: ThreadAddress,
        slug: String,
        title: String? = nil,
        publishedAt: Timestamp? = nil,
        authorName: String? = nil,
        authorEmail: String? = nil,
        isClosed: Bool? = nil
    ) {
        self.address = address
        self.slug = slug
        self.title = title
        self.publishedAt = publishedAt
        self.authorName = authorName
        self.authorEmail = authorEmail
        self.isClosed = isClosed
    }
}

extension LedgerTransaction {
    /// Lists a post and takes over what is said of it. The outbox owes the thread anew where something shown has changed.
    /// - Returns: whether anything changed.
    @discardableResult
    public func list(_ news: PostNews) throws -> Bool {
        let known = try threadRow(news.address.canonical)
        let number = try known?.number ?? insertThread(news.address, slug: news.slug, title: news.title).number
        let old = known?.record ?? ThreadRecord(address: news.address, slug: news.slug)
        var new = old
        new.isListed = true
        new.title = news.title ?? old.title
        new.publishedAt = news.publishedAt ?? old.publishedAt
        new.authorName = news.authorName ?? old.authorName
        new.authorEmail = news.authorEmail ?? old.authorEmail
        new.isClosed = news.isClosed ?? old.isClosed
        guard new != old || known == nil else { return false }
        try Statement(
            database,
            """
            UPDATE threads SET title = ?, publishedAt = ?, authorName = ?, authorEmail = ?, isClosed = ?, isListed = 1
            WHERE id = ?
            """
        ).run(
            .optional(new.title),
            .time(new.publishedAt),
            .optional(new.authorName),
            .optional(new.authorEmail),
            .flag(new.isClosed),
            .integer(number)
        )
        threads[news.address.canonical] = nil
        if new.title != old.title || new.isClosed != old.isClosed || new.isListed != old.isListed {
            oweAll(ofThread: number)
        }
        if new.title != old.title { try oweFeedsNaming(number) }
        return true
    }

    /// Takes every post off the list that `listed` does not name; their threads stay, as unknown ones.
    public func unlist(allBut listed: Set<String>) throws {
        for (canonical, row) in try listedThreads() where !listed.contains(canonical) {
            try Statement(database, "UPDATE threads SET isListed = 0 WHERE id = ?").run(.integer(row))
            threads[canonical] = nil
            oweAll(ofThread: row)
        }
    }

    /// Gives a thread a title that has none.
    func name(_ thread: ThreadRow, _ title: String) throws {
        try Statement(database, "UPDATE threads SET title = ? WHERE id = ?")
            .run(.text(title), .integer(thread.number))
        var named = thread
        named.record.title = title
        threads[thread.record.address.canonical] = named
        oweAll(ofThread: thread.number)
        try oweFeedsNaming(thread.number)
    }

    private func oweAll(ofThread number: Int64) {
        owe(.pagesFrom, number)
        owe(.threadFeeds, number, Dispatch.withArchives)
        owe(.index, 0)
    }

    private func listedThreads() throws -> [(String, Int64)] {
        var found: [(String, Int64)] = []
        try Statement(database, "SELECT canonical, id FROM threads WHERE isListed = 1").forEach([]) {
            found.append(($0.text(0), $0.integer(1)))
            return true
        }
        return found
    }

    /// The site's feeds and archives name a thread by its title.
    private func oweFeedsNaming(_ thread: Int64) throws {
        owe(.siteFeeds, 0)
        let sql = """
            INSERT OR REPLACE INTO dispatches (kind, target, detail)
            SELECT DISTINCT \(Dispatch.Kind.archive.rawValue), publication / \(Dispatch.archiveGranule), 0 FROM comments
            WHERE thread = ? AND publication IS NOT NULL
            """
        try Statement(database, sql).run(.integer(thread))
    }

    func threadRow(_ canonical: String) throws -> ThreadRow? {
        if let row = threads[canonical] { return row }
        let row = try statements.thread.first(.text(canonical)) { ThreadRow($0) }
        if let row { threads[canonical] = row }
        return row
    }

    func insertThread(_ address: ThreadAddress, slug: String, title: String?) throws -> ThreadRow {
        try statements.insertThread.run(.text(address.canonical), .text(address.url), .text(slug), .optional(title))
        let row = ThreadRow(
            number: database.lastInsertedRowID,
            record: ThreadRecord(address: address, slug: slug, title: title)
        )
        threads[address.canonical] = row
        return row
    }
}
