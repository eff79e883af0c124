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
        let storedName = AuthorNameFilter.stored(comment.author.name)
        self.init(comment, storedName: storedName, StoredBody(comment.body), keys: keys)
    }

    init(_ comment: borrowing Comment, storedName: String, _ body: StoredBody, keys: SiteKeys) {
        let comparedName = AuthorNameFilter.compared(comment.author.name, stored: storedName)
        // All foldings in one buffer: none is longer than its text but by odd letters.
        var folded: [UInt8] = []
        folded.reserveCapacity(
            comparedName.utf8.count + (comment.author.email?.utf8.count ?? 0) + body.text.utf8.count
        )
        let name = EqualityFolding.append(comparedName, to: &folded)
        let email = comment.author.email.map { EqualityFolding.append($0, to: &folded) }
        let text = EqualityFolding.append(body.text, to: &folded)
        let thread = comment.thread.canonical
        duplicate = keys.equalityKey {
            $0.update("comment\n")
            $0.update(thread)
            $0.update("\n")
            $0.update(folded[name])
            $0.update("\n")
            $0.update(folded[text])
        }
        self.email = email.map { Self.email(folded[$0], keys: keys) }
        ip = comment.author.ip.map { ip in
            keys.equalityKey {
                $0.update("ip\n")
                $0.update(ip.asciiLowercased)
            }
        }
        self.author = storedName.isEmpty ? nil : email.map { Self.author(folded[name], folded[$0], keys: keys) }
    }

    /// The key of an e-mail address, as `email` has it.
    public static func email(_ address: String, keys: SiteKeys) -> Int64 {
        email(EqualityFolding.bytes(of: address)[...], keys: keys)
    }

    private static func email(_ folded: ArraySlice<UInt8>, keys: SiteKeys) -> Int64 {
        keys.equalityKey {
            $0.update("email\n")
            $0.update(folded)
        }
    }

    private static func author(_ name: ArraySlice<UInt8>, _ email: ArraySlice<UInt8>, keys: SiteKeys) -> Int64 {
        keys.equalityKey {
            $0.update("author\n")
            $0.update(name)
            $0.update("\n")
            $0.update(email)
        }
    }

    /// The duplicate key of the same comment as a reply.
    public func duplicate(under parent: CommentID?, keys: SiteKeys) -> Int64 {
        guard let parent else { return duplicate }
        return keys.equalityKey {
            $0.update("reply\n")
            $0.update(parent.description)
            $0.update("\n")
            $0.update(duplicate.description)
        }
    }
}
