public import Comments
public import Markup

/// What a comment says of itself, without the past: the pure half of moderation, found in parallel.
public struct Analysis: Sendable {
    public let comment: Comment
    public let rendered: RenderedBody
    public let keys: IndexKeys
    /// Links as WordPress counts them; 0 where `moderation.maxLinks` is.
    public let linkCount: Int
    public let words: WordHits
}
