import Glibc

extension Site {
    /// Every directory of a site, with its mode, in the order of making.
    private static let directories: [(path: String, mode: mode_t)] = [
        ("Rules", 0o755), ("Rules/words", 0o755), ("Rules/tests", 0o755), ("Rules/spam", 0o755),
        ("Inbox", 0o2730), ("State", 0o700),
        ("Outbox", 0o755), ("Outbox/public", 0o755), ("Outbox/rejected", 0o700), ("Outbox/status", 0o755),
        ("Outbox/mail", 0o700), ("Outbox/mail/tmp", 0o700), ("Outbox/mail/new", 0o700), ("Outbox/mail/cur", 0o700),
    ]

    /// Makes what is missing of a site: its directories, `moderato.yaml` with commented defaults, and `files` by their path in the
    /// site. What exists is left as it is.
    /// - Returns: the paths in the site that were made.
    /// - Throws: `SiteError`.
    public static func layOut(at root: String, files: [(path: String, text: String)] = []) throws(SiteError) -> [String]
    {
        let site = Site(root)
        var made: [String] = []
        try makeParents(of: site.root)
        if try makeDirectory(site.root, mode: 0o755) { made.append(".") }
        made += try site.makeDirectories()
        for file in [("moderato.yaml", Settings.commentedDefaults())] + files
        where try writeNew(site.path(file.0), Array(file.1.utf8), mode: 0o644) {
            made.append(file.0)
        }
        return made
    }

    /// Makes those of a site's directories that are missing, as after a checkout that leaves out what is private.
    /// - Returns: what was made, relative to the site.
    @discardableResult
    public func makeDirectories() throws(SiteError) -> [String] {
        var made: [String] = []
        for directory in Self.directories where try Self.makeDirectory(path(directory.path), mode: directory.mode) {
            made.append(directory.path + "/")
        }
        return made
    }

    private static func makeParents(of path: String) throws(SiteError) {
        for (index, letter) in path.enumerated() where letter == "/" && index > 0 {
            _ = try makeDirectory(String(path.prefix(index)), mode: 0o755)
        }
    }

    /// - Returns: whether it was made now.
    private static func makeDirectory(_ path: String, mode: mode_t) throws(SiteError) -> Bool {
        guard mkdir(path, mode & 0o777) == 0 else {
            let code = errno
            var status = stat()
            if code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return false }
            errno = code
            throw .system(path, "make this directory")
        }
        guard chmod(path, mode) == 0 else { throw .system(path, "set the mode of this directory") }
        return true
    }

    /// Writes a file under its name only when it is whole.
    /// - Returns: false where the name exists already.
    static func writeNew(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(SiteError) -> Bool {
        let temporary = "\(path).\(UInt32.random(in: .min ... .max)).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path, "make this file") }
        defer {
            close(descriptor)
            unlink(temporary)
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path, "write this file") }
            written += count
        }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw .system(path, "write this file") }
        guard link(temporary, path) == 0 else {
            if errno == EEXIST { return false }
            throw .system(path, "make this file")
        }
        return true
    }
}
