public import Rules

/// Why rules must not be used.
public enum RuleBookError: Error, Sendable, CustomStringConvertible {
    case unreadable(RuleFileError)
    /// A word list that the settings name is not there.
    case missingList(setting: String, path: String)
    /// At least one; each has file, line, column and a way to mend it.
    case refused([RuleDiagnostic])
    case outOfMemory

    public var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .missingList(let setting, let path):
            "\(setting): there is no file \(path); put it there, or name another"
        case .refused(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
        case .outOfMemory: "no memory is left for the rules; give the process more, or use fewer"
        }
    }
}
