import Glibc

enum StandardInput {
    /// All bytes to the end.
    /// - Throws: `Failure.data` where there are more than `limit`.
    static func bytes(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.data("standard input: \(String(cString: strerror(errno)))") }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else { throw Failure.data("standard input is longer than \(limit) bytes") }
        }
    }

    static func text(limit: Int) throws -> String {
        guard let text = String(validating: try bytes(limit: limit), as: UTF8.self) else {
            throw Failure.data("standard input is not UTF-8")
        }
        return text
    }
}
