import Foundation
import GRDB

/// The database's file: how it is made, opened and brought up to this version where several processes do so at once.
enum LedgerFile {
    /// Where two processes turn a new ledger to WAL at once, SQLite refuses one of them without waiting (SQLITE_BUSY): it asks again.
    static func connect(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        let deadline = ContinuousClock.now + .seconds(30)
        while true {
            do {
                return try DatabaseQueue(path: path, configuration: configuration)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && .now < deadline {
                usleep(5_000)
            }
        }
    }

    static func version(of queue: DatabaseQueue) throws -> Int {
        try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }

    /// Makes the file, private. One that exists is not opened here: closing it again would take this process's locks from SQLite
    /// (fcntl(2)), wherever else the ledger is open.
    static func create(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw LedgerError.unavailable(path: path, detail: String(cString: strerror(errno)))
        }
    }

    /// Brings the tables up to this version. Of processes that open the same ledger at once one does it, the others wait.
    static func migrate(_ queue: DatabaseQueue, path: String) throws {
        try inTurn(path) { if try version(of: queue) < Schema.version { try Schema.migrator.migrate(queue) } }
    }

    /// Does `body` while no other process does the like. SQLite gives its lock to whoever asks when it is free, and who waits asks ten times
    /// a second: without turns a long drain would keep it for itself.
    static func inTurn(_ path: String, _ body: () throws -> Void) throws {
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw LedgerError.unavailable(path: path, detail: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw LedgerError.unavailable(path: path, detail: String(cString: strerror(errno)))
            }
        }
        try body()
    }
}
