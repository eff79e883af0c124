import Glibc

/// A file of what can be made anew, such as compiled rules: its kind, the key of what it was made from, the SHA-256 of its content, the content.
///
/// Taken whole or not at all; written in one step and for its owner only.
public struct SealedFile: Sendable {
    private let path: String
    private let kind: [UInt8]

    /// In bytes; a larger file is as if there were none.
    private static let maximumSize = 512 << 20

    /// - Parameter kind: what the file begins with; another for each format of its content.
    public init(_ path: String, kind: String) {
        self.path = path
        self.kind = Array(kind.utf8)
    }

    /// Gives the content to `body`, if it is whole and was made from what `key` stands for; nil where it is not.
    public func withContent<Result>(_ key: Digest, _ body: (UnsafeRawBufferPointer) -> Result?) -> Result? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let head = kind + key.bytes
        let start = head.count + Digest.size
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= start, status.st_size <= Self.maximumSize,
            Self.read(head.count, of: file) == head, let seal = Self.read(Digest.size, of: file),
            let memory = PrefaultedMemory(byteCount: Int(status.st_size) - start), Self.fill(memory.bytes, from: file)
        else { return nil }
        let content = UnsafeRawBufferPointer(memory.bytes)
        var hash = SHA256()
        hash.update(content)
        return hash.finish().matches(seal) ? withExtendedLifetime(memory) { body(content) } : nil
    }

    /// Writes beside the file and renames. Where that fails nothing changes: the next one who asks makes the content anew.
    public func store(_ content: [UInt8], _ key: Digest) {
        let temporary = "\(path).\(getpid()).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        let isWhole =
            Self.write(kind + key.bytes + SHA256.digest(content).bytes, to: file) && Self.write(content, to: file)
        if close(file) != 0 || !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    private static func read(_ count: Int, of file: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return bytes.withUnsafeMutableBytes { fill($0, from: file) } ? bytes : nil
    }

    /// - Returns: whether there was enough to fill it.
    private static func fill(_ bytes: UnsafeMutableRawBufferPointer, from file: Int32) -> Bool {
        var count = 0
        while count < bytes.count {
            let got = Glibc.read(file, bytes.baseAddress! + count, bytes.count - count)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return false }
            count += got
        }
        return true
    }
}
