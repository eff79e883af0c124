import Glibc
import Settings

/// The right to work a site, held by one process at a time: an `flock` on `State/lock`, gone when its holder ends, however it ends.
public final class SiteLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `WorkerError.busy` where another process holds it.
    public init(_ site: Site) throws {
        let path = site.state + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw WorkerError.unusable(path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            defer { close(descriptor) }
            guard code == EWOULDBLOCK else { throw WorkerError.unusable(path: path, code: code) }
            throw WorkerError.busy(site: site.root, holder: Self.holder(descriptor))
        }
        self.descriptor = descriptor
        let line = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, line, line.count, 0) == line.count else {
            let code = errno
            close(descriptor)
            throw WorkerError.unusable(path: path, code: code)
        }
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
