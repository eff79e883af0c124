public import Comments
public import Spam

/// What judgement asks of the past.
///
/// The ledger's open transaction answers, so that every earlier comment of the same batch counts: a batch of 512 decides as 512 batches of one. The
/// comment that is judged is no part of its own history, also when it is judged again.
public protocol History: AnyObject {
    func thread(_ canonical: String) throws -> ThreadRecord?

    /// The comment that `name` means: one with that id anywhere, else the one that `thread`'s sender gave that id.
    func parent(named name: String, in thread: String) throws -> ParentRecord?

    /// Whether a stored comment of the thread, whatever became of it, has the sender's id.
    func isSenderIDTaken(_ id: String, in thread: String) throws -> Bool

    /// The e-mail keys (nil: no e-mail) of the stored comments under a duplicate key that are neither trashed nor rejected.
    func duplicates(of duplicateKey: Int64) throws -> [Int64?]

    /// Whether a stored comment that is not rejected, of any thread, has the address or the e-mail and was submitted between the two
    /// moments, neither included.
    func hasNeighbour(ipKey: Int64?, emailKey: Int64?, after: Timestamp, before: Timestamp) throws -> Bool

    /// Whether a comment that is approved now, of any thread, has the author key.
    func hasApproved(authorKey: Int64) throws -> Bool

    /// What is known of the comments under an author key; asked only where a rule looks at the author's past.
    func author(_ authorKey: Int64) throws -> AuthorRecord?

    /// How many stored comments, not rejected, of other threads share text, hosts or e-mail with one. A history that keeps none of these knows none.
    func neighbours(_ query: NeighbourQuery) throws -> SpamHistory

    /// The epoch in which tokens of the e-mail are valid; 0 until the first is revoked.
    func tokenEpoch(emailKey: Int64) throws -> Int
}

extension History {
    public func neighbours(_ query: NeighbourQuery) -> SpamHistory { SpamHistory() }
}

/// What judgement needs to know of a comment that is answered.
public struct ParentRecord: Sendable, Hashable {
    public var id: CommentID
    /// Canonical address of its thread.
    public var thread: String?
    public var verdict: Verdict
    /// Whether only a nameless place is left of it.
    public var isTombstone: Bool

    public init(id: CommentID, thread: String?, verdict: Verdict, isTombstone: Bool = false) {
        self.id = id
        self.thread = thread
        self.verdict = verdict
        self.isTombstone = isTombstone
    }
}

/// The past of an author, by name and e-mail.
public struct AuthorRecord: Sendable, Hashable {
    /// How many comments are approved now.
    public var approvedCount: Int
    public var firstSeen: Timestamp

    public init(approvedCount: Int, firstSeen: Timestamp) {
        self.approvedCount = approvedCount
        self.firstSeen = firstSeen
    }
}
