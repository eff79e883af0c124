import XML

/// Receives the events of every dialect of XML feeds for a `FeedParser`.
final class XMLFeedReader: XMLEventHandler {
    /// One value, so that a piece of the feed costs one access to it.
    private var parser: FeedParser

    init(base: String?, language: String?, limits: FeedLimits, onEntry: @escaping (FeedEntry) throws -> Void) {
        parser = FeedParser(base: base, language: language, limits: limits, onEntry: onEntry)
    }

    var info: FeedInfo { parser.info }
    var isFeed: Bool { parser.isFeed }

    /// Told of what is wrong with values; the XML's own problems are the reader's.
    var onProblem: ((String) -> Void)? {
        get { parser.onProblem }
        set { parser.onProblem = newValue }
    }

    func classify(_ name: XMLName) -> Int { FeedVocabulary.field(of: name).rawValue }
    func take(_ events: XMLEvents) throws { try parser.take(events) }
}
