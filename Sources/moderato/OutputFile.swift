@preconcurrency import Glibc

/// A file that is written from its start.
final class OutputFile {
    private let path: String
    private let stream: UnsafeMutablePointer<FILE>

    /// - Throws: `Failure.data` where the file cannot be made.
    init(_ path: String) throws {
        guard let stream = fopen(path, "we") else { throw Failure.data("\(path): \(String(cString: strerror(errno)))") }
        self.path = path
        self.stream = stream
    }

    func write(_ bytes: [UInt8]) { _ = fwrite(bytes, 1, bytes.count, stream) }

    /// Ends the file; without it what was written may be missing.
    /// - Throws: `Failure.data` where something could not be written.
    func close() throws {
        let hasFailed = ferror(stream) != 0
        guard fclose(stream) == 0, !hasFailed else { throw Failure.data("\(path): could not be written") }
    }
}
