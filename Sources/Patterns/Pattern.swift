/// What a text is searched for.
public enum Pattern: Sendable, Hashable {
    /// These very characters, found where `frame` allows them.
    case literal(String, casing: Casing = .folded, frame: Frame = .anywhere)
    /// A regular expression, already framed.
    case expression(Expression)
}

/// Which characters count as the same.
public enum Casing: Sendable, Hashable, CaseIterable {
    case exact
    /// Simple case folding of all of Unicode (CaseFolding.txt, C and S).
    case folded
    /// As Python's `re.IGNORECASE`: simple folding, and `İ` and `ı` are `i` too.
    case foldedLikePython
}

/// Where in the text a literal counts: AutoModerator's search modifiers.
public enum Frame: Sendable, Hashable, CaseIterable {
    case anywhere
    /// Neither end lies inside a word: `(?:^|\W|\b)…(?:$|\W|\b)`.
    case word
    /// `^…`
    case start
    /// `…$`: at the end, or before a newline that ends the text.
    case end
    /// `^…$`
    case whole
    /// `^\W*…\W*$`
    case wholeBarPunctuation
}

/// A pattern's place in a collection, in the order of adding.
public struct PatternID: Sendable, Hashable, Comparable {
    public let index: Int

    package init(_ index: Int) { self.index = index }

    public static func < (a: PatternID, b: PatternID) -> Bool { a.index < b.index }
}
