/// Renders jobs side by side, batch by batch: while one batch is rendered, what the one before came to is given away and the next
/// is read from the ledger.
struct Rendering {
    /// Enough to keep the cores busy, few enough to hold in memory.
    private static let batch = 4

    private var jobs: [any OutboxJob] = []
    private var running: Task<[RenderedJob], Never>?

    mutating func add(_ job: any OutboxJob, emit: (RenderedJob) throws -> Void) async throws {
        jobs.append(job)
        if jobs.count == Self.batch { try await start(emit) }
    }

    /// Renders what is left and gives away all that is not yet.
    mutating func finish(emit: (RenderedJob) throws -> Void) async throws {
        try await start(emit)
        try await start(emit)
    }

    private mutating func start(_ emit: (RenderedJob) throws -> Void) async throws {
        let batch = jobs
        let done = await running?.value ?? []
        jobs = []
        running = batch.isEmpty ? nil : Task { await Self.render(batch) }
        for job in done { try emit(job) }
    }

    private static func render(_ jobs: [any OutboxJob]) async -> [RenderedJob] {
        await withTaskGroup(of: (Int, RenderedJob).self) { group in
            for (index, job) in jobs.enumerated() { group.addTask { (index, job.render()) } }
            var rendered = [RenderedJob](repeating: RenderedJob(files: []), count: jobs.count)
            for await (index, job) in group { rendered[index] = job }
            return rendered
        }
    }
}
