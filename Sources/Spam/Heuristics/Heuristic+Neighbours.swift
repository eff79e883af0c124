extension Heuristic {
    /// Whether it looks at the comment's neighbours and not at the comment.
    public var looksAtNeighbours: Bool {
        if case .history = test { true } else { false }
    }
}
