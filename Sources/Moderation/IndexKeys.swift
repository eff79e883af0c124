import Comments

/// Keyed numbers under which the ledger finds a comment again: equal for texts that WordPress's database calls equal.
public struct IndexKeys: Sendable, Hashable {
    /// Same thread, parent, name and body.
    public var duplicate: Int64
    /// nil without an e-mail.
    public var email: Int64?
    /// nil without an address.
    public var ip: Int64?
    /// Same name and e-mail; nil unless there are both.
    public var author: Int64?

    public init(duplicate: Int64, email: Int64? = nil, ip: Int64? = nil, author: Int64? = nil) {
        self.duplicate = duplicate
        self.email = email
        self.ip = ip
        self.author = author
    }

    /// Of a comment at the top level of its thread.
    public init(_ comment: Comment, keys: SiteKeys) {
        self.init(comment, StoredBody(comment.body), keys: keys)
    }

    init(_ comment: Comment, _ stored: StoredBody, keys: SiteKeys) {
        let author = comment.author
        let name = EqualityFolding.key(name: author.name)
        let body = EqualityFolding.key(body: stored)
        duplicate = keys.equalityKey("comment\n\(comment.thread.canonical)\n\(name)\n\(body)")
        email = author.email.map { keys.equalityKey("email\n" + EqualityFolding.fold($0)) }
        ip = author.ip.map { keys.equalityKey("ip\n" + $0.asciiLowercased) }
        let isNamed = !AuthorNameFilter.stored(author.name).isEmpty
        self.author =
            isNamed ? author.email.map { keys.equalityKey("author\n\(name)\n\(EqualityFolding.fold($0))") } : nil
    }

    /// The key of an e-mail address, as `email` has it.
    public static func email(_ address: String, keys: SiteKeys) -> Int64 {
        keys.equalityKey("email\n" + EqualityFolding.fold(address))
    }

    /// The duplicate key of the same comment as a reply.
    public func duplicate(under parent: CommentID?, keys: SiteKeys) -> Int64 {
        guard let parent else { return duplicate }
        return keys.equalityKey("reply\n\(parent)\n\(duplicate)")
    }
}
