/// One rule as it was read.
public struct Rule: Sendable {
    public let place: RulePlace
    public let priority: Int
    /// Whether trusted authors are spared.
    public let sparesModerators: Bool
    let checks: [Check]
    public let action: RuleAction?
    /// Why, with placeholders; for the moderator.
    public let reason: String?
    let messages: [RuleMessage]
    /// Log-odds in millionths.
    public let score: Int
    public let tag: String?

    /// One condition; a rule matches where all hold.
    enum Check: Sendable {
        case search(SearchCheck)
        case bodyLongerThan(Int, withoutQuotes: Bool)
        case bodyShorterThan(Int, withoutQuotes: Bool)
        case reports(Int)
        case isTopLevel(Bool)
        case isEdited(Bool)
        case isSubmitter(Bool)
        case isModerator(Bool)
        case isContributor(Bool)
        case thresholds([Threshold], anySuffices: Bool)
    }

    /// Whether it is tried before those that are no removals, and ends the trying when it matches.
    var isRemoval: Bool { action?.isRemoval == true }

    var searches: [SearchCheck] {
        checks.compactMap { if case .search(let search) = $0 { search } else { nil } }
    }
}

/// Where a rule stands.
public struct RulePlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let file: String
    /// Counted from 0: the parts of a file between lines that start with `---`.
    public let document: Int
    /// Of the rule's first key, counted from 1.
    public let line: Int

    public init(file: String, document: Int, line: Int) {
        self.file = file
        self.document = document
        self.line = line
    }

    public var description: String { "\(file):\(line)" }

    public static func < (a: RulePlace, b: RulePlace) -> Bool {
        (a.file, a.document) < (b.file, b.document)
    }
}
