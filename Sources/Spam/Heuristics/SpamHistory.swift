/// What the ledger knows of a comment's neighbours of the last days; the judge asks for it.
public struct SpamHistory: Sendable, Hashable {
    /// Comments in other threads, of the last days, with nearly the same text.
    public var copies: Int
    /// Threads, other than the comment's, in which a comment of the last hour links to one of its hosts.
    public var threadsOfHost: Int
    /// Threads, other than the comment's, in which the same e-mail posted in the last hour.
    public var threadsOfAuthor: Int

    public init(copies: Int = 0, threadsOfHost: Int = 0, threadsOfAuthor: Int = 0) {
        self.copies = copies
        self.threadsOfHost = threadsOfHost
        self.threadsOfAuthor = threadsOfAuthor
    }
}
