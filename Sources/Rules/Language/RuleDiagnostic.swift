/// Something that the writer of a rule should know.
public struct RuleDiagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// For information: a rule for posts, which does nothing here.
        case note
        /// The rule is skipped, or probably doesn't do what is meant.
        case warning
        /// The rule can't be read; the rule set must not be used.
        case error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    }

    public let severity: Severity
    public let file: String
    /// Counted from 0.
    public let document: Int
    /// Counted from 1.
    public let line: Int
    public let column: Int
    public let message: String
    /// What to do about it.
    public let mend: String?

    public init(
        _ severity: Severity,
        file: String,
        document: Int,
        line: Int,
        column: Int,
        _ message: String,
        mend: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.document = document
        self.line = line
        self.column = column
        self.message = message
        self.mend = mend
    }
}

extension RuleDiagnostic: CustomStringConvertible {
    /// `FILE:LINE:COLUMN: error: what; mend`
    public var description: String {
        "\(file):\(line):\(column): \(severity.rawValue): \(message)" + (mend.map { "; " + $0 } ?? "")
    }
}
