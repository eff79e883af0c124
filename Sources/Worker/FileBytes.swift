import Glibc

/// Whole reads and writes of files.
enum FileBytes {
    static func write(_ bytes: [UInt8], to file: Int32, path: String) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutboxError(path) }
            written += count
        }
    }

    /// The bytes of a regular file that is no link, from `offset` on and at most `count`; nil where nothing is there.
    /// - Throws: `OutboxError`, which `isOtherThanFile`, where something else is there; `WorkerError.unusable`.
    static func read(_ path: String, at offset: Int = 0, count: Int = .max) throws -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            let error = OutboxError(path)
            throw error.isOtherThanFile ? error : WorkerError.unusable(path: path, code: error.code)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw WorkerError.unusable(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw OutboxError(path, code: EISDIR) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(count, 256 << 10))
        while bytes.count < count {
            let got = pread(file, &buffer, min(buffer.count, count - bytes.count), off_t(offset + bytes.count))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw WorkerError.unusable(path: path, code: errno) }
            guard got > 0 else { break }
            bytes.append(contentsOf: buffer[..<got])
        }
        return bytes
    }
}
