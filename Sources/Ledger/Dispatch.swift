import Comments

/// Something the outbox owes the world. It is written in the transaction that makes it due and removed when its files are in place;
/// what its files hold is a function of the ledger and the settings, so that carrying it out twice changes nothing.
public struct Dispatch: Sendable, Hashable {
    public enum Kind: Int64, Sendable, CaseIterable {
        /// The item of a comment (`target`), written or removed.
        case item = 1
        /// The page of a thread (`target`) on which the top-level comment `detail` stands, and the thread's first page.
        case page = 2
        /// All pages of a thread (`target`) from the top-level comment `detail` on, since it came or went.
        case pagesFrom = 3
        /// The feeds of a thread (`target`); with a `detail` of `withArchives` all its archives too.
        case threadFeeds = 4
        /// The feeds of the site.
        case siteFeeds = 5
        /// The archives of the site's feed that hold publications from `target` x `archiveGranule` on.
        case archive = 6
        /// The list of threads.
        case index = 7
        /// The problems of a delivery (`target`).
        case rejected = 8
        /// A notice to the moderators of a held comment (`target`).
        case heldNotice = 9
        /// A message (`target`) to be written into the Maildir.
        case message = 10
    }

    /// How many publications one `archive` dispatch stands for.
    public static let archiveGranule: Int64 = 10

    /// The `detail` of `threadFeeds` that means the archives too.
    public static let withArchives: Int64 = 1

    public let number: Int64
    public let kind: Kind
    public let target: Int64
    public let detail: Int64
}
