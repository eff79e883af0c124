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

    /// Carries out what the outbox owes: all of it where settings or templates are others than those it was written with. The caller
    /// holds the lock.
    func writeOutbox() async throws {
        let fingerprint = try outboxFingerprint
        let written = try ledger.note(.outboxFingerprint)
        if let written, written != fingerprint {
            log.info("settings or templates have changed; the outbox is written anew")
            return try await renewOutbox(fingerprint) { OutboxPaths.isGenerated($0) }
        }
        if written == nil { try ledger.note(.outboxFingerprint, fingerprint) }
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
        try await renewOutbox(try outboxFingerprint) { _ in true }
        return try OutboxVerifier(site: site, ledger: ledger, context: try context).existing().count
    }

    /// What does not belong there goes first, as it may stand in the place of what does.
    /// - Parameter mayGo: which files may be taken away, by path.
    private func renewOutbox(_ fingerprint: String, mayGo: (String) -> Bool) async throws {
        let verifier = OutboxVerifier(site: site, ledger: ledger, context: try context)
        let staging = try StagingArea(root: site.outbox)
        for difference in try await verifier.differences() where difference.kind == .surplus && mayGo(difference.path) {
            try staging.add(OutboxFile(difference.path, nil))
        }
        try staging.publish()
        try ledger.transaction { transaction in
            try transaction.oweEverything()
            try transaction.set(.outboxFingerprint, to: fingerprint)
        }
        try await OutboxWriter(site: site, ledger: ledger, context: try context).writeAll(at: Clock.now())
    }

    /// A digest of all that the outbox depends on besides the ledger.
    private var outboxFingerprint: String {
        get throws {
            OutboxContext.fingerprint(settings: settings, templates: try templates, version: Version.text)
        }
    }
}
