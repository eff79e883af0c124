/// What became of a body.
public struct RenderedBody: Sendable, Equatable {
    /// Safe HTML, well-formed as XML too, that may stand in any element of a page.
    public let html: String
    /// The text for rules, classifier and mail: blocks apart by newlines, a link as its text with its address in
    /// parentheses where they differ.
    public let text: String
    /// The text as a reader sees it: `text` without the addresses in parentheses.
    public let readable: String
    /// The links of `html` in order.
    public let links: [Link]
    /// What can be found in kept attributes that the author wrote: addresses, titles and cites, decoded.
    public let attributes: [String]
}

/// One link of a rendered body.
public struct Link: Sendable, Equatable {
    public let href: String
    /// What a reader sees of it.
    public let text: String
    /// Whether it carries the `rel` for foreign links.
    public let hasRel: Bool
    /// Whether the author wrote an anchor; false where a bare address was made clickable.
    public let isAnchor: Bool

    public init(href: String, text: String, hasRel: Bool, isAnchor: Bool) {
        self.href = href
        self.text = text
        self.hasRel = hasRel
        self.isAnchor = isAnchor
    }
}
