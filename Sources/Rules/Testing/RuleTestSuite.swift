import Comments
import JSON
import Patterns

/// The tests beside the rules.
public struct RuleTestSuite: Sendable {
    public struct Outcome: Sendable {
        public let test: RuleTest
        /// Nil where it passed.
        public let failure: String?
    }

    public let tests: [RuleTest]
    /// Documents that are no tests.
    public let diagnostics: [RuleDiagnostic]

    public init(_ files: [RuleSet.File]) {
        var tests: [RuleTest] = []
        var diagnostics: [RuleDiagnostic] = []
        for file in files {
            for document in RuleDocument.split(file.text, file: file.name) {
                var reader = RuleTestReader(document)
                if let test = reader.read() { tests.append(test) }
                diagnostics.append(contentsOf: reader.diagnostics)
            }
        }
        self.tests = tests
        self.diagnostics = diagnostics
    }

    public func run(on rules: RuleSet, scanner: PatternScanner) -> [Outcome] {
        tests.map { Outcome(test: $0, failure: $0.failure(of: rules, scanner: scanner)) }
    }

    /// What forbids the use of the rules: documents that are no tests, and tests that fail.
    public func errors(of rules: RuleSet, scanner: PatternScanner) -> [RuleDiagnostic] {
        diagnostics
            + run(on: rules, scanner: scanner).compactMap { outcome in
                outcome.failure.map { failure in
                    let test = outcome.test
                    let name = test.name.map { "“\($0)” fails: " } ?? "test fails: "
                    return RuleDiagnostic(
                        .error,
                        file: "tests/\(test.file)",
                        document: test.document,
                        line: test.line,
                        column: 1,
                        name + failure,
                        mend: "mend the rule or the test"
                    )
                }
            }
    }
}

/// Reads one document of a test file.
struct RuleTestReader {
    let document: RuleDocument
    private(set) var diagnostics: [RuleDiagnostic] = []

    init(_ document: RuleDocument) { self.document = document }

    /// Nil for a comment and for what is no test.
    mutating func read() -> RuleTest? {
        let parsed: (root: YAMLValue?, repeated: [RuleDocument.Repeated])
        do {
            parsed = try document.parsed()
        } catch {
            fail(error.line, error.column, error.message, "put quotes around the value")
            return nil
        }
        guard let root = parsed.root, case .mapping(let pairs) = root.content else { return nil }
        var group = RuleGroup(pairs)
        let comment = group.take("comment")
        let expect = group.take("expect")
        let name = group.take("name")?.value.searchText
        guard let comment, case .mapping = comment.value.content, let expect,
            case .mapping(let pairs) = expect.value.content
        else {
            fail(root.line, root.column, "a test wants comment: and expect: groups", "write both, indented")
            return nil
        }
        let before = diagnostics.count
        let expectations = RuleGroup(pairs).members.flatMap { expectation($0) }
        guard diagnostics.count == before else { return nil }
        guard !expectations.isEmpty else {
            fail(
                expect.value.line,
                expect.value.column,
                "expects nothing",
                "add verdict, action, matched or not_matched"
            )
            return nil
        }
        return RuleTest(
            file: document.file,
            document: document.index,
            line: document.firstLine + root.line - 1,
            name: name,
            comment: MatchLine(comment.value.json),
            expectations: expectations
        )
    }

    private mutating func fail(_ line: Int, _ column: Int, _ message: String, _ mend: String) {
        diagnostics.append(
            RuleDiagnostic(
                .error,
                file: "tests/\(document.file)",
                document: document.index,
                line: document.firstLine + line - 1,
                column: column,
                message,
                mend: mend
            )
        )
    }

    private mutating func expectation(_ member: RuleGroup.Member) -> [RuleTest.Expectation] {
        let value = member.value
        let text = value.searchText ?? ""
        switch member.key {
        case "verdict":
            if let verdict = Verdict(rawValue: text) { return [.verdict(verdict)] }
            fail(value.line, value.column, "no verdict \(text.shortened())", "write approved, held, spam or trashed")
        case "action":
            if text == "none" { return [.action(nil)] }
            if let action = RuleAction(rawValue: text) { return [.action(action)] }
            fail(value.line, value.column, "no action \(text.shortened())", "write an action or none")
        case "matched":
            if text == "none" || value.isEmptyList { return [.nothingMatched] }
            return references(value).map(RuleTest.Expectation.matched)
        case "not_matched":
            return references(value).map(RuleTest.Expectation.notMatched)
        default:
            fail(
                member.name.line,
                member.name.column,
                "no expectation \(member.key.shortened())",
                "write verdict, action, matched or not_matched"
            )
        }
        return []
    }

    private func references(_ value: YAMLValue) -> [RuleReference] {
        guard case .list(let values) = value.content else { return [RuleReference(text: value.searchText ?? "")] }
        return values.map { RuleReference(text: $0.searchText ?? "") }
    }
}

extension YAMLValue {
    fileprivate var isEmptyList: Bool {
        if case .list(let values) = content { values.isEmpty } else { false }
    }

    /// The value as JSON, as a comment is read from.
    fileprivate var json: JSONValue {
        switch content {
        case .null, .unknownTag: .null
        case .bool(let value): .bool(value)
        case .int(let value): .number(String(value))
        case .float(let value): .number(String(value))
        case .string(let text): .string(text)
        case .list(let values): .array(values.map(\.json))
        case .mapping(let pairs):
            .object(pairs.map { JSONValue.Member($0.key.searchText ?? "", $0.value.json) })
        }
    }
}
