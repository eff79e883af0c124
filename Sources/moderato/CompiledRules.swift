import Patterns
import Rules

/// Rules of files and directories, compiled, with the tests beside them.
struct CompiledRules {
    let rules: RuleSet
    let tests: RuleTestSuite
    let database: PatternDatabase
    let scanner: PatternScanner

    /// - Throws: `Failure.data` where a file can't be read.
    init(_ paths: [String]) throws {
        var files: [RuleSet.File] = []
        var tests: [RuleSet.File] = []
        do {
            for path in paths {
                if RuleFiles.isDirectory(path) {
                    files += try RuleFiles.inDirectory(path).map { try $0.text() }
                    tests += try RuleFiles.inDirectory(path + "/tests").map { try $0.text() }
                } else {
                    files.append(try RuleFiles.file(path).text())
                }
            }
        } catch {
            throw Failure.data("\(error)")
        }
        var collector = PatternCollector()
        rules = RuleSet(files, into: &collector)
        self.tests = RuleTestSuite(tests)
        let progress = ProgressBar()
        database = PatternDatabase.compile(collector) { progress.show(compiling: $0) }
        progress.clear()
        guard let scanner = PatternScanner(database) else { throw Failure.data("out of memory") }
        self.scanner = scanner
    }

    /// Everything that there is to say, in the order of files and lines.
    func diagnostics(withLint: Bool) -> [RuleDiagnostic] {
        let lint = withLint ? RuleLint.diagnostics(of: rules, database: database) : []
        let read = (rules.diagnostics + lint).sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
        return read + tests.errors(of: rules, scanner: scanner)
    }

    /// `12 rules, 30 tests: 1 error, 2 warnings`
    func summary(_ found: [RuleDiagnostic]) -> String {
        func counted(_ count: Int, _ name: String) -> String { "\(count) \(name)\(count == 1 ? "" : "s")" }
        let severities: [RuleDiagnostic.Severity] = [.error, .warning, .note]
        let troubles = severities.compactMap { severity in
            let count = found.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, severity.rawValue)
        }
        let outcome = troubles.isEmpty ? "nothing to mend" : troubles.joined(separator: ", ")
        return "\(counted(rules.count, "rule")), \(counted(tests.tests.count, "test")): \(outcome)"
    }
}

/// Diagnostics as a person reads them.
enum DiagnosticText {
    static func lines(_ diagnostics: [RuleDiagnostic]) -> [String] {
        diagnostics.map { diagnostic in
            guard Terminal.hasColour else { return diagnostic.description }
            let colour =
                switch diagnostic.severity {
                case .error: "\u{1B}[31m"
                case .warning: "\u{1B}[33m"
                case .note: "\u{1B}[2m"
                }
            let mend = diagnostic.mend.map { "\n    \u{1B}[2m" + $0 + "\u{1B}[0m" } ?? ""
            let place = "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)"
            return "\(place): \(colour)\(diagnostic.severity.rawValue)\u{1B}[0m: \(diagnostic.message)\(mend)"
        }
    }
}
