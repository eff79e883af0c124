import Synchronization

/// Whether the work is to end after the batch in hand; set once, from a signal or by the owner.
public final class StopSignal: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public var isRaised: Bool { flag.load(ordering: .acquiring) }

    public func raise() { flag.store(true, ordering: .releasing) }
}
