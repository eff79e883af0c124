import Comments

/// What a comment's body came to, as feeds tell it.
public struct FeedBody: Sendable, Hashable {
    /// Safe HTML, well-formed as XML.
    public let html: String
    /// The beginning of its text.
    public let summary: String

    public init(_ comment: PublicComment) { self.init(html: comment.html, text: comment.text) }

    public init(_ comment: ShownComment, context: OutboxContext) {
        let body = context.markup.render(comment.body, format: comment.format)
        self.init(html: body.html, text: body.text)
    }

    private init(html: String, text: String) {
        self.html = html
        summary = Excerpt.of(text)
    }
}
