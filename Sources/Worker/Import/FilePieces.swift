import Digests
import Glibc
import Ledger

/// A file that is read from its start, piece by piece.
final class FilePieces {
    let path: String
    let size: Int
    private let descriptor: Int32

    /// - Throws: `LedgerError.notApplicable` where there is no such file.
    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let reason = descriptor >= 0 ? "it is no regular file" : String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw LedgerError.notApplicable("\(path): \(reason)")
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The next bytes, at most `count`; none at the end.
    /// - Throws: `WorkerError.unusable`.
    func next(_ count: Int = 64 << 10) throws -> [UInt8] {
        while true {
            var code: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                let got = read(descriptor, buffer.baseAddress, count)
                if got < 0 { code = errno }
                filled = max(0, got)
            }
            if code == EINTR { continue }
            guard code == 0 else { throw WorkerError.unusable(path: path, code: code) }
            return bytes
        }
    }

    /// SHA-256 of a label and the whole file.
    static func digest(_ path: String, label: String) throws -> Digest {
        let file = try FilePieces(path)
        var hash = SHA256()
        hash.update(label + "\n")
        while true {
            let bytes = try file.next(256 << 10)
            guard !bytes.isEmpty else { return hash.finish() }
            hash.update(bytes)
        }
    }
}
