/// Why a document is not read any further.
public enum XMLError: Error, Equatable, Sendable {
    /// The document is larger than `limits` allows.
    case limit(Limit, allowed: Int, line: Int)
    /// libxml2 gave up; `message` is its own.
    case parser(message: String, line: Int)
    /// libxml2 could not be started, for want of memory.
    case unavailable

    public enum Limit: String, Sendable {
        case bytes = "bytes in all"
        case depth = "levels of elements"
        case attributes = "attributes of one element"
        case tag = "bytes of one tag"
        case text = "bytes of text in one element"
        case names = "distinct names"
        case problems = "mistakes"
        case item = "bytes of one entry"
    }
}

extension XMLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .limit(let limit, let allowed, let line):
            "line \(line): more than \(allowed) \(limit.rawValue); the rest of the document was not read"
        case .parser(let message, let line): "line \(line): \(message)"
        case .unavailable: "libxml2 could not be started: out of memory"
        }
    }
}
