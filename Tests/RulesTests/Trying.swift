import Digests
import Foundation
import JSON
import Patterns
import Testing

@testable import Rules

/// Rules of one file, compiled.
struct TriedRules {
    let rules: RuleSet
    let database: PatternDatabase
    private let scanner: PatternScanner

    init(_ yaml: String) throws {
        var collector = PatternCollector()
        rules = RuleSet([(name: "test.yaml", text: yaml)], into: &collector)
        database = PatternDatabase.compile(collector)
        scanner = try #require(PatternScanner(database))
    }

    /// The same rules, written and read back.
    init(readingBack tried: TriedRules) throws {
        var writer = SealedWriter()
        tried.rules.write(to: &writer)
        rules = try writer.bytes.withUnsafeBytes { bytes in
            var reader = SealedReader(bytes)
            let rules = try RuleSet(from: &reader)
            #expect(reader.isAtEnd)
            return rules
        }
        database = tried.database
        scanner = tried.scanner
    }

    func outcome(_ subject: RuleSubject, _ facts: RuleFacts = RuleFacts()) -> RuleOutcome {
        rules.evaluate(subject, facts: facts, hits: hits(subject))
    }

    func hits(_ subject: RuleSubject) -> PatternHits { rules.hits(subject, scanner) }

    /// The documents of the rules that match.
    func matched(_ subject: RuleSubject, _ facts: RuleFacts = RuleFacts()) -> [Int] {
        outcome(subject, facts).matches.map(\.place.document)
    }

    func matches(body: String) -> Bool { !outcome(RuleSubject(body: body)).matches.isEmpty }

    func run(_ suite: RuleTestSuite) -> [RuleTestSuite.Outcome] { suite.run(on: rules, scanner: scanner) }
}

/// The repository's root.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
