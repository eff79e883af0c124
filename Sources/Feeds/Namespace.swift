/// A namespace of feeds, with the prefix it is usually written with.
struct Namespace: Sendable {
    var declaration: StaticString
    var uri: String

    static let atom = Namespace(declaration: "xmlns:atom", uri: "http://www.w3.org/2005/Atom")
    static let content = Namespace(declaration: "xmlns:content", uri: "http://purl.org/rss/1.0/modules/content/")
    static let dublinCore = Namespace(declaration: "xmlns:dc", uri: "http://purl.org/dc/elements/1.1/")
    static let slash = Namespace(declaration: "xmlns:slash", uri: "http://purl.org/rss/1.0/modules/slash/")
    static let wellFormedWeb = Namespace(declaration: "xmlns:wfw", uri: "http://wellformedweb.org/CommentAPI/")
    /// Atom Threading Extensions (RFC 4685).
    static let thread = Namespace(declaration: "xmlns:thr", uri: "http://purl.org/syndication/thread/1.0")
    /// Feed Paging and Archiving (RFC 5005).
    static let history = Namespace(declaration: "xmlns:fh", uri: "http://purl.org/syndication/history/1.0")

    static let extensionsOfRSS = [atom, content, dublinCore, slash, wellFormedWeb, thread, history]
}
