import Glibc

/// Why a file of the outbox could not be written.
public struct OutboxError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let code: Int32

    init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    /// Whether a directory, link, pipe or socket is where a file belongs.
    var isOtherThanFile: Bool { [EISDIR, ELOOP, ENXIO].contains(code) }

    public var description: String {
        "\(path): \(String(cString: strerror(code))); the next run writes what is due, once there is space and permission"
    }
}
