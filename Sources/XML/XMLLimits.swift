/// What a document may cost. Each limit is checked before the memory or time is spent.
public struct XMLLimits: Sendable, Equatable {
    /// Bytes of the whole document, as sent.
    public var bytes: Int
    /// How deep elements nest.
    public var depth: Int
    /// Attributes of one element, namespace declarations included.
    public var attributes: Int
    /// Bytes of one tag, all its attributes together.
    public var tag: Int
    /// Bytes of text between two tags.
    public var text: Int
    /// Distinct names of elements and attributes.
    public var names: Int
    /// Mistakes that are mended.
    public var problems: Int

    public init(
        bytes: Int = 1 << 32,
        depth: Int = 256,
        attributes: Int = 128,
        tag: Int = 1 << 20,
        text: Int = 4 << 20,
        names: Int = 4096,
        problems: Int = 500_000
    ) {
        self.bytes = bytes
        self.depth = depth
        self.attributes = attributes
        self.tag = tag
        self.text = text
        self.names = names
        self.problems = problems
    }
}
