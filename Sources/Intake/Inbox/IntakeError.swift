import Glibc

/// Why the inbox, or a file in it, cannot be worked on now. Nothing was changed.
public enum IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was tried with which path, and `errno`.
    case system(path: String, doing: String, code: Int32)
    /// The file may not be read.
    case forbidden(path: String)
    /// The file is gone, or another one has its name.
    case vanished(path: String)
    /// The file was written to while it was read.
    case changed(path: String)

    static func system(_ path: String, _ doing: String) -> IntakeError {
        switch errno {
        case ENOENT: .vanished(path: path)
        case EACCES: .forbidden(path: path)
        case let code: .system(path: path, doing: doing, code: code)
        }
    }

    public var description: String {
        switch self {
        case .system(let path, let doing, let code):
            "\(path): cannot \(doing): \(String(cString: strerror(code)))"
                + (code == EACCES || code == EPERM ? "; run moderato as the user that owns the site" : "")
        case .forbidden(let path):
            "\(path): cannot open this file: no permission; make it readable by the group of the inbox"
        case .vanished(let path):
            "\(path): gone before it was read; whoever removed it withdrew it"
        case .changed(let path):
            "\(path): still being written; write under a name that ends in .tmp and rename when done"
        }
    }
}
