/// Which post a comment belongs to.
public struct ThreadAddress: Sendable, Hashable {
    /// The thread's key: https, lower-case host, no fragment, default port or trailing slash, query kept.
    public let canonical: String
    /// The address as it was first sent, made absolute; what is shown and linked.
    public let url: String

    public init(canonical: String, url: String) {
        self.canonical = canonical
        self.url = url
    }
}
