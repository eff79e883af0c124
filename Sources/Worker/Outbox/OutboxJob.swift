/// Files of the outbox that can be rendered beside others, since all that they need is read already.
protocol OutboxJob: Sendable {
    func render() -> [OutboxFile]
}
