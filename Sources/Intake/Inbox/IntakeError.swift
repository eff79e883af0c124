import Glibc

/// Why the inbox, or a file in it, cannot be worked on now. Nothing was changed.
public enum IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was tried with which path, and `errno`.
    case system(path: String, doing: String, code: Int32)
    /// The file is gone, or another one has its name.
    case vanished(path: String)
    /// The file was written to while it was read.
    case changed(path: String)

    static func system(_ path: String, _ doing: String) -> IntakeError {
        errno == ENOENT ? .vanished(path: path) : .system(path: path, doing: doing, code: errno)
    }

    public var description: String {
        switch self {
        case .system(let path, let doing, EACCES):
            "\(path): cannot \(doing): no permission; make it readable by the group of the inbox"
        case .system(let path, let doing, let code):
            "\(path): cannot \(doing): \(String(cString: strerror(code)))"
        case .vanished(let path):
            "\(path): gone before it was read; whoever removed it withdrew it"
        case .changed(let path):
            "\(path): still being written; write under a name that ends in .tmp and rename when done"
        }
    }
}
