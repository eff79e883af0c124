import Ledger
import Outbox

extension OpenSite {
    /// Carries out what the outbox owes, or leaves it to the process that works the site, waking it and waiting a moment.
    func flushOutbox() async throws {
        do {
            let lock = try SiteLock(site)
            defer { withExtendedLifetime(lock) {} }
            try await writeOutbox()
        } catch WorkerError.busy {
            WakeFile.touch(site)
            for _ in 0..<100 where try ledger.hasDispatches { try await Task.sleep(for: .milliseconds(50)) }
        }
    }

    /// Carries out what the outbox owes; the caller holds the lock.
    func writeOutbox() async throws {
        guard try ledger.hasDispatches else { return }
        try await OutboxWriter(site: site, ledger: ledger, context: try context).writeAll(at: Clock.now())
    }

    /// How the outbox differs from what the ledger says it must be.
    public func verifyOutbox() async throws -> [OutboxDifference] {
        try await OutboxVerifier(site: site, ledger: ledger, context: try context).differences()
    }

    /// Writes the outbox anew and takes away what does not belong there.
    /// - Returns: how many files are in place.
    public func rebuildOutbox() async throws -> Int {
        let lock = try SiteLock(site)
        defer { withExtendedLifetime(lock) {} }
        try ledger.transaction { try $0.oweEverything() }
        try await writeOutbox()
        let verifier = OutboxVerifier(site: site, ledger: ledger, context: try context)
        let staging = try StagingArea(root: site.outbox)
        for difference in try await verifier.differences() where difference.kind == .surplus {
            try staging.add(OutboxFile(difference.path, nil))
        }
        try staging.publish()
        return try verifier.existing().count
    }
}
