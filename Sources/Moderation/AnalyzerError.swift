/// Why a comment can't be analysed.
public enum AnalyzerError: Error, Sendable, CustomStringConvertible {
    case outOfMemory

    public var description: String {
        switch self {
        case .outOfMemory:
            "no memory is left for searching comments; give the process more, or use shorter word lists and rules"
        }
    }
}
