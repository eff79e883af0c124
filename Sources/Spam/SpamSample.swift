import Comments

/// What the spam filter sees of a comment.
public struct SpamSample: Sendable {
    /// The body as it was sent, markup and all.
    public var text: String
    public var name: String
    public var email: String?
    public var website: String?
    public var ip: String?
    public var userAgent: String?
    public var filledHoneypot = false
    /// Seconds between showing the page and sending the form; nil where the form does not tell.
    public var typingSeconds: Double?

    public init(
        text: String,
        name: String = "",
        email: String? = nil,
        website: String? = nil,
        ip: String? = nil,
        userAgent: String? = nil
    ) {
        self.text = text
        self.name = name
        self.email = email
        self.website = website
        self.ip = ip
        self.userAgent = userAgent
    }

    public init(_ comment: borrowing Comment) {
        self.init(text: comment.body, author: comment.author)
        filledHoneypot = comment.filledHoneypot
        let sent = comment.submittedAt
        typingSeconds = comment.extra.flatMap { PageTime.seconds(in: $0, until: sent) }
    }

    /// A comment from the ledger, as the classifier sees it.
    public init(_ stored: StoredComment) { self.init(text: stored.body, author: stored.author) }

    private init(text: String, author: borrowing Author) {
        self.text = text
        name = author.name
        email = author.email
        website = author.website
        ip = author.ip
        userAgent = author.userAgent
    }
}
