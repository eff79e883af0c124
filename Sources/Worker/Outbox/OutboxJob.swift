/// Files of the outbox that can be rendered beside others, since all that they need is read already.
protocol OutboxJob: Sendable {
    func render() -> RenderedJob
}

/// What a job came to.
struct RenderedJob: Sendable {
    var files: [OutboxFile]
    /// The comments, by sequence, whose items are among the files.
    var items: [Int64] = []
}
