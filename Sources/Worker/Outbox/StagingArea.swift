import CSystem
import Glibc
import Synchronization

/// Puts many files in place so that a reader never sees half of one: each is written in a private directory beside the outbox's
/// own, all are synced, then each is renamed to where it belongs. Files can be added from several threads at once.
final class StagingArea: Sendable {
    /// What is not published yet.
    private struct Changes {
        var staged: [(name: String, path: String)] = []
        var removals: [String] = []
    }

    private let root: String
    private let directory: Int32
    private let changes = Mutex(Changes())
    /// Files named so far.
    private let names = Atomic(0)
    /// Held while changes are published.
    private let madeDirectories = Mutex<Set<String>>([])

    /// Above this many files one sync of the file system is cheaper than one of each file.
    private static let singleSyncs = 6
    static let folder = ".staging"

    /// Files and removals that are not published yet.
    var count: Int { changes.withLock { $0.staged.count + $0.removals.count } }

    /// - Parameter root: the `Outbox` directory.
    init(root: String) throws {
        self.root = root
        let path = root + "/" + Self.folder
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw OutboxError(path) }
        directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard directory >= 0 else { throw OutboxError(path) }
        try clear()
    }

    deinit { close(directory) }

    func add(_ file: OutboxFile) throws {
        guard let bytes = file.bytes else {
            changes.withLock { $0.removals.append(file.path) }
            return
        }
        guard file.offset == 0 else { return try append(bytes, to: file.path) }
        let name = String(names.add(1, ordering: .relaxed).newValue)
        let isPrivate = !file.path.hasPrefix("public/") && !file.path.hasPrefix("status/")
        try write(bytes, to: name, flags: O_CREAT | O_TRUNC, mode: isPrivate ? 0o600 : 0o644)
        changes.withLock { $0.staged.append((name, file.path)) }
    }

    private func append(_ piece: [UInt8], to path: String) throws {
        guard let begun = changes.withLock({ $0.staged.last { $0.path == path } }) else {
            preconditionFailure("a piece comes after the beginning of its file")
        }
        try write(piece, to: begun.name, flags: O_APPEND)
    }

    /// Makes everything added durable and visible.
    func publish() throws {
        try madeDirectories.withLock { madeDirectories in
            let changes = self.changes.withLock { changes in
                defer { changes = Changes() }
                return changes
            }
            try publish(changes, &madeDirectories)
        }
    }

    private func publish(_ changes: Changes, _ madeDirectories: inout Set<String>) throws {
        try sync(changes.staged)
        for file in changes.staged {
            let target = root + "/" + file.path
            if renameat(directory, file.name, AT_FDCWD, target) == 0 { continue }
            switch errno {
            case ENOENT: try makeDirectories(for: file.path, &madeDirectories)
            case EISDIR: guard rmdir(target) == 0 else { throw OutboxError(target) }
            default: throw OutboxError(target)
            }
            guard renameat(directory, file.name, AT_FDCWD, target) == 0 else { throw OutboxError(target) }
        }
        for path in changes.removals {
            let target = root + "/" + path
            guard unlink(target) == 0 || errno == ENOENT || errno == ENOTDIR else { throw OutboxError(target) }
            removeEmptyDirectories(above: path, &madeDirectories)
        }
        try syncDirectories(of: changes)
    }

    private func write(_ bytes: [UInt8], to name: String, flags: Int32, mode: mode_t = 0) throws {
        let file = openat(directory, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | flags, mode)
        guard file >= 0 else { throw OutboxError(root + "/" + Self.folder) }
        defer { close(file) }
        try FileBytes.write(bytes, to: file, path: root + "/" + Self.folder)
        csystem_begin_writing(file)
    }

    private func sync(_ staged: [(name: String, path: String)]) throws {
        guard staged.count <= Self.singleSyncs else {
            guard csystem_syncfs(directory) == 0 else { throw OutboxError(root) }
            return
        }
        for file in staged {
            let descriptor = openat(directory, file.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { throw OutboxError(root + "/" + file.path) }
            defer { close(descriptor) }
            guard fdatasync(descriptor) == 0 else { throw OutboxError(root + "/" + file.path) }
        }
    }

    private func syncDirectories(of changes: Changes) throws {
        let folders = Set((changes.staged.map(\.path) + changes.removals).map(Self.parent))
        guard folders.count <= Self.singleSyncs else {
            guard csystem_syncfs(directory) == 0 else { throw OutboxError(root) }
            return
        }
        for folder in folders {
            let descriptor = open(root + "/" + folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if descriptor < 0, errno == ENOENT { continue }
            guard descriptor >= 0 else { throw OutboxError(root + "/" + folder) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw OutboxError(root + "/" + folder) }
        }
    }

    private func makeDirectories(for path: String, _ madeDirectories: inout Set<String>) throws {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            guard madeDirectories.insert(folder).inserted else { continue }
            let isPrivate = folder == root + "/rejected" || folder == root + "/mail"
            guard mkdir(folder, isPrivate ? 0o700 : 0o755) == 0 || errno == EEXIST else { throw OutboxError(folder) }
        }
    }

    /// Takes away folders under `public/` that a removal left empty, so that what is gone leaves no trace of its address.
    private func removeEmptyDirectories(above path: String, _ madeDirectories: inout Set<String>) {
        var folder = Self.parent(path)
        while folder.split(separator: "/").count > 2, rmdir(root + "/" + folder) == 0 {
            madeDirectories.remove(root + "/" + folder)
            folder = Self.parent(folder)
        }
    }

    private static func parent(_ path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// Removes what an interrupted run left.
    private func clear() throws {
        for name in try DirectoryListing.names(in: root + "/" + Self.folder) { unlinkat(directory, name, 0) }
    }
}
