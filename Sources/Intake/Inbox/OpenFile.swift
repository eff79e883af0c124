import Glibc

/// A file open for reading; closed when nobody holds it any more.
final class OpenFile: Sendable {
    let descriptor: Int32
    let size: Int
    private let path: String
    private let identity: FileIdentity

    /// Takes over the descriptor.
    init(descriptor: Int32, path: String, identity: FileIdentity) {
        self.descriptor = descriptor
        self.path = path
        self.identity = identity
        size = identity.size
    }

    deinit { close(descriptor) }

    /// The bytes from `offset` on: `count`, or fewer at the end of what was there when the file was opened.
    func read(at offset: Int, count: Int) throws(IntakeError) -> [UInt8] {
        let wanted = min(count, size - offset)
        guard wanted > 0 else { return [] }
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let got = pread(descriptor, buffer.baseAddress! + filled, wanted - filled, offset + filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { code = errno }
                if got <= 0 { break }
                filled += got
            }
        }
        guard code == 0 else { throw .system(path: path, doing: "read this file", code: code) }
        guard bytes.count == wanted else { throw .changed(path: path) }
        return bytes
    }

    /// Makes sure that nobody wrote to it since it was opened.
    func checkUnchanged() throws(IntakeError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, doing: "read this file", code: errno) }
        guard FileIdentity(status) == identity else { throw .changed(path: path) }
    }
}

extension InboxDirectory {
    /// Opens an entry's file without following links or waiting for a FIFO's writer.
    /// - Throws: `vanished` where another file has the name by now.
    func openFile(_ entry: InboxEntry) throws(IntakeError) -> OpenFile {
        let path = path(of: entry)
        let file = openat(descriptor, entry.cName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .system(path, "open this file") }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
            FileIdentity(status) == entry.identity
        else {
            close(file)
            throw .vanished(path: path)
        }
        return OpenFile(descriptor: file, path: path, identity: entry.identity)
    }
}
