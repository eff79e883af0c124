/// Where a string stands between its quotes in the bytes that a `JSONReader` reads, not yet decoded.
public struct JSONString: Sendable {
    public let range: Range<Int>
    /// Whether it holds a backslash.
    public let isEscaped: Bool
}
