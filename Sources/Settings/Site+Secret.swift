import Glibc

extension Site {
    private static let secretSize = 32

    /// The site's secret, `State/secret`: 32 random bytes, made at first use. Of two processes that make it at once both get the same.
    /// - Throws: `SiteError`, also where others can read it.
    public func secret() throws(SiteError) -> [UInt8] {
        let path = path("State/secret")
        if let secret = try Self.readSecret(path) { return secret }
        // The system's generator is getrandom(2).
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<Self.secretSize).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        _ = try Self.writeNew(path, secret, mode: 0o600)
        try Self.syncDirectory(state)
        guard let secret = try Self.readSecret(path) else { throw SiteError(path, .unreadableSecret(ENOENT)) }
        return secret
    }

    private static func readSecret(_ path: String) throws(SiteError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SiteError(path, .unreadableSecret(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SiteError(path, .unreadableSecret(errno)) }
        guard status.st_mode & 0o077 == 0 else {
            throw SiteError(path, .exposedSecret(mode: status.st_mode & 0o777))
        }
        var bytes = [UInt8](repeating: 0, count: secretSize + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw SiteError(path, .unreadableSecret(errno)) }
        guard count == secretSize else { throw SiteError(path, .invalidSecret) }
        bytes.removeLast()
        return bytes
    }

    private static func syncDirectory(_ path: String) throws(SiteError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path, "open this directory") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path, "sync this directory") }
    }
}
