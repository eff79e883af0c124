/// Files of the outbox that can be rendered beside others, since all that they need is read already.
protocol OutboxJob: Sendable {
    /// Renders the files and gives each to `emit`.
    /// - Returns: the comments, by sequence, whose items are among the files.
    func render(_ emit: OutboxContents.Emit) throws -> [Int64]
}
