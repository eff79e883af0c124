import Comments

/// A thread and the figures that are shown with it.
public struct ThreadSummary: Sendable, Hashable {
    public var record: ThreadRecord
    /// Published comments; nameless places don't count.
    public var count: Int
    /// Places at the top: published comments and nameless places.
    public var topLevel: Int
    public var pages: Int

    public init(_ record: ThreadRecord, count: Int, topLevel: Int, pages: Int) {
        self.record = record
        self.count = count
        self.topLevel = topLevel
        self.pages = pages
    }

    /// The title, or the address where there is none.
    var name: String { record.title ?? record.address.url }
}
