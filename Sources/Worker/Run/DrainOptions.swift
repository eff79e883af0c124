import Foundation

/// How a drain shares its work; decisions and outputs don't depend on it.
public struct DrainOptions: Sendable {
    /// Tasks that analyse side by side.
    public var cores: Int
    /// Most submissions in a batch, so in a transaction.
    public var batch: Int

    public init(cores: Int = ProcessInfo.processInfo.activeProcessorCount, batch: Int = 512) {
        self.cores = max(1, cores)
        self.batch = max(1, batch)
    }
}
