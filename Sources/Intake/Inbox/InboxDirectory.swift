import Comments
import Glibc

/// The directory that deliveries are dropped in. Files are named relative to its descriptor and never followed through links, so that
/// a rename of the directory or a planted link cannot mislead.
public final class InboxDirectory: Sendable {
    public let path: String
    let descriptor: Int32

    public init(_ path: String) throws(IntakeError) {
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, doing: "open the inbox", code: errno) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// Looks through the directory once.
    /// - Parameter now: for telling files that may still be written to.
    public func scan(now: Timestamp) throws(IntakeError) -> InboxScan {
        var scan = InboxScan()
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .system(path: path, doing: "list the inbox", code: errno) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw .system(path: path, doing: "list the inbox", code: errno)
        }
        defer { closedir(stream) }
        let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)!
        errno = 0
        while let entry = readdir(stream) {
            let name = (UnsafeRawPointer(entry) + nameOffset).assumingMemoryBound(to: CChar.self)
            if !Self.isIgnored(name) { look(at: name, now: now, into: &scan) }
            errno = 0
        }
        guard errno == 0 else { throw .system(path: path, doing: "list the inbox", code: errno) }
        scan.entries.sort(by: InboxEntry.arrivesBefore)
        return scan
    }

    /// Whether a name is one under which writers write.
    private static func isIgnored(_ name: UnsafePointer<CChar>) -> Bool {
        let name = UnsafeBufferPointer(
            start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self),
            count: strlen(name)
        )
        return name.first == UInt8(ascii: ".") || endings.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static let endings = ["~", ".tmp", ".part", ".swp"].map { Array($0.utf8) }

    private func look(at name: UnsafePointer<CChar>, now: Timestamp, into scan: inout InboxScan) {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        let reason: InboxOddity.Reason? =
            switch status.st_mode & S_IFMT {
            case S_IFREG: status.st_nlink > 1 ? .hardLink : nil
            case S_IFLNK: .symbolicLink
            case S_IFDIR: .directory
            default: .special
            }
        if let reason {
            scan.oddities.append(InboxOddity(name: String(cString: name), reason: reason))
            return
        }
        let isYoung = Self.isYoung(status, now: now)
        if isYoung, !endsItsLastLine(name, size: Int(status.st_size)) {
            scan.unfinished += 1
            return
        }
        let rawName = UnsafeRawBufferPointer(start: name, count: strlen(name))
        scan.entries.append(InboxEntry(rawName: Array(rawName), identity: FileIdentity(status), isYoung: isYoung))
    }

    private static let youth: Int64 = 2000

    /// Whether it was written under two seconds ago. A modification time in the future says nothing; then the time of the last change
    /// counts, which no writer can choose.
    private static func isYoung(_ status: stat, now: Timestamp) -> Bool {
        let modified = FileIdentity.timestamp(status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        let changed = FileIdentity.timestamp(status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
        let age = now.milliseconds - (modified <= now ? modified : changed).milliseconds
        return (0..<youth).contains(age)
    }

    /// False also where it cannot be told.
    private func endsItsLastLine(_ name: UnsafePointer<CChar>, size: Int) -> Bool {
        guard size > 0 else { return false }
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        // What cannot be opened is reported when it is to be read.
        guard file >= 0 else { return true }
        defer { close(file) }
        var last: UInt8 = 0
        return pread(file, &last, 1, size - 1) == 1 && last == 0x0A
    }
}
