/// A word, a pair of words or another trait of a comment, and how much it told the classifier.
public struct Telling: Sendable, Hashable {
    /// Such as `word "viagra"`, `"buy now"`, `host bit.ly` or `length 64 to 127`.
    public let what: String
    /// Log-odds of spam in millionths; below 0 it spoke for a good comment.
    public let weight: Int
}
