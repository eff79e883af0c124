import Glibc

enum StandardInput {
    /// Reads to the end, and keeps the first `limit` bytes.
    /// - Returns: what is kept, and how many bytes there were.
    static func bytes(keeping limit: Int) throws -> (bytes: [UInt8], size: Int) {
        var bytes: [UInt8] = []
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.data("standard input: \(String(cString: strerror(errno)))") }
            guard count > 0 else { return (bytes, size) }
            size += count
            bytes.append(contentsOf: buffer[..<min(count, limit - bytes.count)])
        }
    }

    /// - Throws: `Failure.data` where there are more than `limit` bytes, or they are not UTF-8.
    static func text(limit: Int) throws -> String {
        let (bytes, size) = try bytes(keeping: limit)
        guard size <= limit else { throw Failure.data("standard input is longer than \(limit) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure.data("standard input is not UTF-8")
        }
        return text
    }
}
