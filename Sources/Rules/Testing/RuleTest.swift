import Comments
import JSON
import Patterns

/// A comment and what the rules must say of it: a document of `Rules/tests/*.yaml`.
public struct RuleTest: Sendable {
    public let file: String
    /// Counted from 0.
    public let document: Int
    public let line: Int
    /// What it is about, from the key `name`.
    public let name: String?
    let comment: MatchLine
    let expectations: [Expectation]

    enum Expectation: Sendable {
        case verdict(Verdict)
        /// Nil: no action.
        case action(RuleAction?)
        case matched(RuleReference)
        case notMatched(RuleReference)
        case nothingMatched
    }
}

/// How a test names a rule: by its document's number, `FILE`, `FILE:NUMBER`, its tag or its reason.
struct RuleReference: Sendable, Hashable {
    let text: String

    func names(_ rule: Rule) -> Bool {
        let file = rule.place.file
        let stem = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
        let number = String(rule.place.document)
        return [number, file, stem, "\(file):\(number)", "\(stem):\(number)", rule.tag, rule.reason].contains(text)
    }
}

extension RuleTest {
    /// Why the rules say other than expected; nil where they do as expected.
    func failure(of rules: RuleSet, scanner: PatternScanner) -> String? {
        let hits = rules.hits(comment.subject, scanner)
        let outcome = rules.evaluate(comment.subject, facts: comment.facts, hits: hits)
        let matched = rules.matching(comment.subject, facts: comment.facts, hits: hits).map { rules.tried[$0].rule }
        let shown = matched.isEmpty ? "no rule" : matched.map(\.place.description).joined(separator: ", ")
        for expectation in expectations {
            switch expectation {
            case .verdict(let verdict) where outcome.verdict != verdict:
                return "expected \(verdict.rawValue), got \(outcome.verdict.rawValue) from \(shown)"
            case .action(let action) where outcome.acting?.action != action:
                let got = outcome.acting?.action?.rawValue ?? "none"
                return "expected action \(action?.rawValue ?? "none"), got \(got) from \(shown)"
            case .matched(let reference) where !matched.contains(where: reference.names):
                return "expected \(reference.text) to match, but \(shown) did"
            case .notMatched(let reference) where matched.contains(where: reference.names):
                return "expected \(reference.text) not to match, but \(shown) did"
            case .nothingMatched where !matched.isEmpty:
                return "expected no rule to match, but \(shown) did"
            default: break
            }
        }
        return nil
    }
}

extension RuleOutcome {
    /// What the rules alone would decide: the removal's verdict, else the strictest that another rule asks for, else approved.
    public var verdict: Verdict {
        if let removal { return removal.action?.verdict ?? .approved }
        return matches.contains { $0.action == .report } ? .held : .approved
    }
}
