/// What was decided on a comment, and all that is needed to explain and replay it.
public struct Decision: Sendable, Hashable {
    public var verdict: Verdict
    /// Log-odds of spam in millionths: the exact sum of the findings' weights.
    public var score: Int
    /// In the order the phases reported them.
    public var findings: [Finding]
    /// Why a rejected comment was rejected; empty otherwise.
    public var problems: [Problem]
    /// Digest of rules, word lists and settings that decided.
    public var ruleSet: String
    /// Version of the classifier's model that was asked.
    public var model: String

    public init(
        verdict: Verdict,
        score: Int = 0,
        findings: [Finding] = [],
        problems: [Problem] = [],
        ruleSet: String = "",
        model: String = ""
    ) {
        self.verdict = verdict
        self.score = score
        self.findings = findings
        self.problems = problems
        self.ruleSet = ruleSet
        self.model = model
    }
    /// What rules tagged the comment with, each once.
    public var tags: [String] {
        findings.compactMap(\.tag).reduce(into: []) { tags, tag in
            if !tags.contains(tag) { tags.append(tag) }
        }
    }
}
