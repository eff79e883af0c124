public import Patterns
public import Rules

extension RuleBook {
    /// Reads the rules of a site's `Rules/` and runs the tests beside them.
    /// - Parameters:
    ///   - directory: `Rules/`; need not exist.
    ///   - cache: file for the compiled patterns; those of the tests lie beside it.
    /// - Throws: `RuleBookError` where a file can't be read, a rule has an error, or a test fails.
    public init(block: WordList, moderate: WordList, directory: String, cache: String? = nil) throws(RuleBookError) {
        let files: [RuleSet.File]
        let tests: [RuleSet.File]
        do throws(RuleFileError) {
            files = try RuleFiles.inDirectory(directory)
            tests = try RuleFiles.inDirectory(directory + "/tests")
        } catch {
            throw .unreadable(error)
        }
        self.init(block: block, moderate: moderate, rules: files, cache: cache)
        let errors = rules.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .refused(errors) }
        try Self.check(files, tests, cache: cache.map { $0 + ".tests" })
    }

    private static func check(_ files: [RuleSet.File], _ tests: [RuleSet.File], cache: String?) throws(RuleBookError) {
        guard !tests.isEmpty else { return }
        var collector = PatternCollector()
        let rules = RuleSet(files, into: &collector)
        guard let scanner = PatternScanner(PatternDatabase.compile(collector, cache: cache)) else { throw .outOfMemory }
        let failures = RuleTestSuite(tests).errors(of: rules, scanner: scanner)
        guard failures.isEmpty else { throw .refused(failures) }
    }
}

/// Why rules must not be used.
public enum RuleBookError: Error, Sendable, CustomStringConvertible {
    case unreadable(RuleFileError)
    /// At least one; each has file, line, column and a way to mend it.
    case refused([RuleDiagnostic])
    case outOfMemory

    public var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .refused(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
        case .outOfMemory: "no memory is left for the rules; give the process more, or use fewer"
        }
    }
}
