import Comments
import Patterns

/// Reads one document of a rule file into a rule.
struct RuleReader {
    /// What a document turned out to be.
    enum Result {
        case rule(Rule)
        /// Nothing to do here: a comment, a rule for posts, or one that this site can't follow.
        case nothing
        /// Not to be used.
        case broken
    }

    let document: RuleDocument
    private(set) var diagnostics: [RuleDiagnostic] = []
    var isSkipped = false
    var isBroken = false
    /// Whether anything is checked, if only that the list of values is there.
    var hasCheck = false
    var hasAction = false
    var checks: [Rule.Check] = []
    var ignoresQuotes = false

    init(_ document: RuleDocument) { self.document = document }

    mutating func read() -> Result {
        let root: YAMLValue?
        do {
            let parsed = try document.parsed()
            root = parsed.root
            for key in parsed.repeated {
                report(
                    .warning,
                    key.line,
                    key.column,
                    "\(key.key) is given twice; the last one counts",
                    mend: "keep one"
                )
            }
        } catch {
            report(.error, error.line, error.column, error.message, mend: "put quotes around the value")
            return .broken
        }
        guard let root, case .mapping(let pairs) = root.content else { return .nothing }
        let rule = readRule(RuleGroup(pairs), line: root.line)
        if isBroken { return .broken }
        return isSkipped ? .nothing : rule.map(Result.rule) ?? .nothing
    }

    // MARK: Diagnostics

    mutating func report(
        _ severity: RuleDiagnostic.Severity,
        _ line: Int,
        _ column: Int,
        _ message: String,
        mend: String? = nil
    ) {
        diagnostics.append(
            RuleDiagnostic(
                severity,
                file: document.file,
                document: document.index,
                line: document.firstLine + line - 1,
                column: column,
                message,
                mend: mend
            )
        )
        if severity == .error { isBroken = true }
    }

    mutating func fail(_ value: YAMLValue, _ message: String, mend: String) {
        report(.error, value.line, value.column, message, mend: mend)
    }

    /// Leaves the rule out, with a reason.
    mutating func skip(_ value: YAMLValue, _ reason: String, mend: String? = nil) {
        isSkipped = true
        report(.warning, value.line, value.column, "rule skipped: \(reason)", mend: mend)
    }

    func fileLine(_ line: Int) -> Int { document.firstLine + line - 1 }
}
