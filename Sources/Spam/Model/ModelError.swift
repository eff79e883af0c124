import Glibc

/// Why a model file cannot be used. The worker goes on with an empty model; `classifier train --rebuild` makes a new file.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAModel(path: String)
    case truncated(path: String, size: Int, expected: Int)
    case corrupt(path: String)
    case olderFormat(path: String, found: UInt32)
    case newerFormat(path: String, found: UInt32)
    /// A lesson came out of turn: the model has learnt up to `known`.
    case lessonOutOfTurn(sequence: Int64, known: Int64)
    case system(path: String, call: String, code: Int32)

    public var description: String {
        switch self {
        case .notAModel, .truncated, .corrupt, .olderFormat:
            "\(problem); move it away: \(Self.wayOut)"
        case .newerFormat: "\(problem): use the moderato that wrote it, or move it away: \(Self.wayOut)"
        case .lessonOutOfTurn: "\(problem); run 'moderato classifier train --rebuild'"
        case .system: problem
        }
    }

    private static let wayOut =
        "'moderato classifier train --rebuild' makes the site's model anew, 'train FILE --model' one of files"

    /// What is wrong, without the way out.
    public var problem: String {
        switch self {
        case .notAModel(let path): "\(path) is not a spam model"
        case .truncated(let path, let size, let expected): "\(path) has \(size) bytes instead of \(expected)"
        case .corrupt(let path): "\(path) does not agree with its checksum"
        case .olderFormat(let path, let found):
            "\(path) is a spam model of format \(found), older than \(ModelFile.format)"
        case .newerFormat(let path, let found):
            "\(path) is a spam model of format \(found), newer than \(ModelFile.format)"
        case .lessonOutOfTurn(let sequence, let known):
            "lesson \(sequence) does not follow \(known), the last the spam model learnt"
        case .system(let path, let call, let code): "\(path): \(call): \(String(cString: strerror(code)))"
        }
    }
}
