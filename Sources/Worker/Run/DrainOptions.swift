import Foundation

/// How a drain shares its work; decisions and outputs don't depend on it.
public struct DrainOptions: Sendable {
    /// Tasks that analyse side by side.
    public var cores: Int
    /// Most submissions in a batch.
    public var batch: Int

    /// Batches that are made durable at once: each commit writes most pages of the ledger's indexes, and waits for the disk.
    static let batchesPerCommit = 4

    public init(cores: Int = ProcessInfo.processInfo.activeProcessorCount, batch: Int = 512) {
        self.cores = max(1, cores)
        self.batch = max(1, batch)
    }
}
