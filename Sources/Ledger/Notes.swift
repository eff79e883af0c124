import GRDB

/// Small facts that the worker keeps from one run to the next, such as the digest of the posts' feed that was read last.
public enum NoteKey: String, Sendable {
    case postsFeedDigest
    case lastRun
    case lastError
    case lastPurge
    /// Archives of the site's feed that are written, as `window:count`.
    case archives
    /// Digest of the settings and templates that the outbox was last written with.
    case outboxFingerprint
    /// What was reported of the inbox and is still there, a line each.
    case oddities
    /// Of the rules and word lists that were last found in order while the inbox was empty.
    case judgementFiles
}

extension Ledger {
    public func note(_ key: NoteKey) throws -> String? {
        try read {
            try $0.statement("SELECT value FROM notes WHERE key = ?").first(.text(key.rawValue)) { $0.text(0) }
        }
    }
}

extension LedgerTransaction {
    public func set(_ key: NoteKey, to value: String) throws {
        try Statement(
            database,
            "INSERT INTO notes (key, value) VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        )
        .run(.text(key.rawValue), .text(value))
    }
}
