/// Renders jobs side by side while more are read from the ledger.
struct Rendering {
    private var group: ThrowingTaskGroup<[Int64], any Error>
    private let emit: OutboxContents.Emit
    private var running = 0
    private var items: [Int64] = []

    /// Jobs under way at once: enough to keep the cores busy, few enough to hold in memory.
    private static let limit = 4

    /// Renders what `body` adds, and gives the files to `emit`, several at once.
    /// - Returns: the comments, by sequence, whose items are among the files.
    static func run(
        _ emit: @escaping OutboxContents.Emit,
        _ body: (inout Rendering) async throws -> Void
    ) async throws -> [Int64] {
        try await withThrowingTaskGroup(of: [Int64].self) { group in
            var rendering = Rendering(group: group, emit: emit)
            try await body(&rendering)
            while rendering.running > 0 { try await rendering.wait() }
            return rendering.items
        }
    }

    mutating func add(_ job: some OutboxJob) async throws {
        if running == Self.limit { try await wait() }
        running += 1
        group.addTask { [emit] in try job.render(emit) }
    }

    /// Waits until one more job is done.
    private mutating func wait() async throws {
        if let written = try await group.next() { items += written }
        running -= 1
    }
}
