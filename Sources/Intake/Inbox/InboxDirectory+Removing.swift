import CSystem
import Glibc

extension InboxDirectory {
    /// Removes a delivery's file, if it still is the one that was read.
    /// - Returns: false where it is gone, or another has its name.
    @discardableResult
    public func remove(_ delivery: Delivery) throws(IntakeError) -> Bool {
        guard isUnchanged(delivery) else { return false }
        guard unlinkat(descriptor, delivery.entry.cName, 0) == 0 else {
            if errno == ENOENT { return false }
            throw .system(path: path(of: delivery.entry), doing: "remove this file", code: errno)
        }
        return true
    }

    /// Moves a delivery's file whole into another directory, if it still is the one that was read. It becomes private (0600) and takes
    /// no other file's place.
    /// - Parameter name: a plain file name, derived rather than taken from outside.
    /// - Returns: false where it is gone, or another has its name.
    /// - Throws: `system` with `EEXIST` where the name is taken.
    @discardableResult
    public func move(_ delivery: Delivery, to directory: String, as name: String) throws(IntakeError) -> Bool {
        guard isUnchanged(delivery) else { return false }
        let target = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard target >= 0 else { throw .system(path: directory, doing: "open this directory", code: errno) }
        defer { close(target) }
        guard csystem_rename_new(descriptor, delivery.entry.cName, target, name) == 0 else {
            switch errno {
            case ENOENT: return false
            case EXDEV: return try copy(delivery, to: target, directory: directory, as: name)
            default: throw .system(path: "\(directory)/\(name)", doing: "move a delivery here", code: errno)
            }
        }
        _ = fchmodat(target, name, 0o600, 0)
        return true
    }

    private func isUnchanged(_ delivery: Delivery) -> Bool {
        var status = stat()
        return fstatat(descriptor, delivery.entry.cName, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_mode & S_IFMT == S_IFREG && FileIdentity(status) == delivery.entry.identity
    }

    func path(of entry: InboxEntry) -> String { "\(path)/\(entry.name)" }

    /// For a directory on another file system: copies, syncs, gives the name, then removes.
    private func copy(
        _ delivery: Delivery,
        to target: Int32,
        directory: String,
        as name: String
    ) throws(IntakeError) -> Bool {
        let source = try openFile(delivery.entry)
        let temporary = ".\(delivery.key.hex(16)).tmp"
        let copy = openat(target, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard copy >= 0 else { throw .system(path: "\(directory)/\(temporary)", doing: "make this file", code: errno) }
        defer {
            close(copy)
            unlinkat(target, temporary, 0)
        }
        var offset = 0
        while offset < source.size {
            let bytes = try source.read(at: offset, count: 1 << 20)
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { write(copy, $0.baseAddress! + written, $0.count - written) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    throw .system(path: "\(directory)/\(temporary)", doing: "write this file", code: errno)
                }
                written += count
            }
            offset += bytes.count
        }
        guard fsync(copy) == 0, csystem_rename_new(target, temporary, target, name) == 0, fsync(target) == 0 else {
            throw .system(path: "\(directory)/\(name)", doing: "copy a delivery here", code: errno)
        }
        return try remove(delivery)
    }
}

extension InboxEntry {
    var cName: [CChar] { rawName.map(CChar.init(bitPattern:)) + [0] }
}
