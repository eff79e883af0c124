import CSQLite
import Comments
import Foundation
import GRDB
import GRDBSQLite
import Text

/// The site's record: an SQLite database in WAL mode, private to its owner. A transaction is durable when it returns; steps are when
/// they are synced.
///
/// A ledger is used by one task at a time. Other processes may read and moderate at once; SQLite's locks order them.
public final class Ledger {
    public let path: String
    /// Whether comments that are published have a file of their own that the outbox owes (`outbox.items: files`).
    let keepsItems: Bool
    /// What is told of comments as they are approved or rejected; nothing by default.
    public var notices: OutcomeNotices = []
    let queue: DatabaseQueue
    private var prepared: PreparedStatements?
    /// The transaction of steps that are not committed yet.
    private var steps: LedgerTransaction?
    private var known: KnownKeys?
    private var expected = 0
    /// Statements that read, by their text; prepared once.
    private var readers: [String: Statement] = [:]

    /// Opens the ledger at `path`, making it (mode 0600) and its tables where absent.
    /// - Parameter keepsItems: whether comments that are published are owed a file of their own.
    /// - Throws: `LedgerError`.
    public init(path: String, keepsItems: Bool = true) throws {
        precondition(Self.isSQLiteReady)
        self.path = path
        self.keepsItems = keepsItems
        try LedgerFile.create(path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        // That of steps stays open between them.
        configuration.allowsUnsafeTransactions = true
        // A higher priority, which GRDB asks for, is refused to all but root.
        configuration.qos = .default
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(Cache.reading.rawValue);
                    PRAGMA wal_autocheckpoint = 4000
                    """
            )
        }
        do {
            queue = try LedgerFile.connect(path, configuration)
            let version = try LedgerFile.version(of: queue)
            if version > Schema.version { throw LedgerError.newerVersion(path: path) }
            if version < Schema.version { try LedgerFile.migrate(queue, path: path) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// Whether SQLite is set up for this process, once, before it is used. It is as good where it was used before: only slower.
    private static let isSQLiteReady = [SQLITE_OK, SQLITE_MISUSE].contains(csqlite_count_no_memory())

    /// Does `body` in one transaction, durable when this returns; nothing of it stays where `body` throws.
    public func transaction<T>(_ body: (LedgerTransaction) throws -> T) throws -> T {
        let result = try run(.commit, body)
        try sync()
        return result
    }

    /// How much of the file is held in memory, in kB.
    public enum Cache: Int, Sendable {
        /// Every comment touches a dozen indexes at random places.
        case recording = 32_000
        /// What is read is seldom read again, and the outbox needs memory itself.
        case reading = 20_000
    }

    public private(set) var cache = Cache.reading

    public func limitCache(to cache: Cache) throws {
        try access { try $0.execute(sql: "PRAGMA cache_size = -\(cache.rawValue)") }
        self.cache = cache
    }

    /// Says how many comments are to come, about; 0 says that it was all. Where they are not few beside those that are recorded, less is
    /// looked up in the file.
    public func expect(comments count: Int) throws {
        expected = count
        known = nil
        try limitCache(to: count > 0 ? .recording : .reading)
    }

    /// Keeps a fact of which a crash of the machine may lose the latest, so without waiting for the disk.
    public func note(_ key: NoteKey, _ value: String) throws {
        try run(.commit) { try $0.set(key, to: value) }
    }

    /// Does `body` in a transaction of which nothing stays: what would come of it.
    public func rehearse<T>(_ body: (LedgerTransaction) throws -> T) throws -> T {
        try run(.rollback, body)
    }

    /// Does `body` in the transaction of the steps before it, or begins one: many steps are made durable at once. Where `body` throws,
    /// nothing of them stays. Until `commit` no other transaction can begin.
    public func step<T>(_ body: (LedgerTransaction) throws -> T) throws -> T {
        try undoing { database in
            let transaction = try steps ?? begin(database)
            steps = transaction
            return try body(transaction)
        }
    }

    /// Ends the transaction of the steps, if any. A crash of the machine may lose it before `sync` returns, and then all that was
    /// committed after it, too.
    public func commit() throws {
        guard let transaction = steps else { return }
        steps = nil
        try undoing { try end(transaction, .commit, $0) }
    }

    /// Returns when all that was committed is durable.
    public func sync() throws {
        try access { database in
            let code = csqlite_sync_log(database.sqliteConnection)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
    }

    private func run<T>(
        _ completion: Database.TransactionCompletion,
        _ body: (LedgerTransaction) throws -> T
    ) throws -> T {
        precondition(steps == nil, "steps are not committed")
        return try undoing { database in
            let transaction = try begin(database)
            let result = try body(transaction)
            try end(transaction, completion, database)
            return result
        }
    }

    /// Where `body` throws, nothing stays of the transaction that is open then.
    private func undoing<T>(_ body: (Database) throws -> T) throws -> T {
        try access { database in
            do {
                return try body(database)
            } catch {
                steps = nil
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
    }

    private func begin(_ database: Database) throws -> LedgerTransaction {
        let statements = try prepared ?? PreparedStatements(database)
        prepared = statements
        try LedgerFile.inTurn(path) { try database.beginTransaction(.immediate) }
        let transaction = LedgerTransaction(database, statements, keepsItems: keepsItems, notices: notices)
        transaction.known = try knownKeys(in: transaction)
        return transaction
    }

    /// Comments that somebody else recorded, or that were recorded in vain, have to be taken in anew.
    private func knownKeys(in transaction: LedgerTransaction) throws -> KnownKeys? {
        guard expected > 0 else { return nil }
        let last = try transaction.lastSequence()
        if known?.lastSequence != last {
            known = KnownKeys(recorded: last, expected: expected)
            try known?.fill(from: transaction)
        }
        return known
    }

    private func end(
        _ transaction: LedgerTransaction,
        _ completion: Database.TransactionCompletion,
        _ database: Database
    ) throws {
        guard completion == .commit else { return try database.rollback() }
        try transaction.finish()
        try database.commit()
    }

    /// Reads what is committed; while steps are open, what they did, too.
    func read<T>(_ body: (LedgerReader) throws -> T) throws -> T {
        try access { try body(LedgerReader(database: $0, ledger: self)) }
    }

    private func access<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try queue.inDatabase(body)
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    func reader(_ sql: String, _ database: Database) throws -> Statement {
        if let statement = readers[sql] { return statement }
        let statement = try Statement(database, sql)
        readers[sql] = statement
        return statement
    }

    private static func translated(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode.primaryResultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return LedgerError.corrupt(path: path, detail: detail)
        default: return LedgerError.unavailable(path: path, detail: detail)
        }
    }
}

/// The ledger's connection while something is read.
struct LedgerReader {
    fileprivate let database: Database
    fileprivate let ledger: Ledger

    /// A statement that is prepared once for all readings.
    func statement(_ sql: String) throws -> Statement { try ledger.reader(sql, database) }

    /// A statement for this reading alone: its text depends on what is asked, or it may be read while it is used.
    func single(_ sql: String) throws -> Statement { try Statement(database, sql) }
}
