public import Comments

/// How bodies are shown on one site.
public struct MarkupOptions: Sendable {
    /// How a body is read that names no format.
    public var format: BodyFormat
    /// The `rel` of links that lead away from the site.
    public var rel: String
    /// The site's own host, whose links need no `rel`; any case; a port makes no difference.
    public var siteHost: String?
    /// What paths from the site's root are completed with: scheme, host and port, without a slash at the end.
    /// By default https and `siteHost`; they stay as they are where neither is known.
    public var siteOrigin: String?
    /// Curly quotes, dashes and ellipses, as WordPress's `wptexturize` makes them.
    public var typographicQuotes: Bool
    /// Emoji for `:)` and the like, as WordPress's `convert_smilies` makes them.
    public var smilies: Bool

    public init(
        format: BodyFormat = .auto,
        rel: String = "nofollow ugc",
        siteHost: String? = nil,
        siteOrigin: String? = nil,
        typographicQuotes: Bool = false,
        smilies: Bool = false
    ) {
        self.format = format
        self.rel = rel
        self.siteHost = siteHost
        self.siteOrigin = siteOrigin
        self.typographicQuotes = typographicQuotes
        self.smilies = smilies
    }
}
