import Comments
import Ledger
import Moderation
import Rules

/// Says what another set of rules would have decided on the comments of the past, all else being as it was then. Changes nothing.
public struct Replay {
    /// A comment that the other rules would decide otherwise.
    public struct Change: Sendable {
        public let comment: StoredComment
        /// What the worker decided.
        public let before: Verdict
        public let after: Verdict
        /// The rule that makes the difference, by file and line; nil where none of them does.
        public let rule: String?

        /// Whether it contradicts a moderator: one of the two would publish what the other does not.
        public var contradictsHuman: Bool {
            comment.decidedBy != nil && (comment.decision.verdict == .approved) != (after == .approved)
        }
    }

    /// Changes of one kind.
    public struct Kind: Sendable, Hashable {
        public let rule: String?
        public let before: Verdict
        public let after: Verdict
    }

    public struct Summary: Sendable {
        public var judged = 0
        public var changes: [Kind: Int] = [:]
        /// The first few of each kind.
        public var examples: [Kind: [Change]] = [:]
        public var contradictions = 0
    }

    private let open: OpenSite
    private let judgement: LoadedJudgement
    private let options: DrainOptions

    private static let batch = 1024
    private static let exampleCount = 3

    /// - Parameters:
    ///   - rules: a directory as `Rules/` is, with its own tests and without word lists.
    ///   - compiling: is told how many patterns are about to be compiled, where that takes a while.
    /// - Throws: what the settings, rules and lists are refused for.
    public init(
        _ open: OpenSite,
        rules: String,
        options: DrainOptions = .fromEnvironment,
        compiling: (Int) -> Void = { _ in }
    ) throws {
        self.open = open
        self.options = options
        judgement = try LoadedJudgement(open, rules: rules, progress: compiling)
    }

    /// - Parameter contradiction: gets each change that contradicts a moderator, oldest comment first.
    public func run(_ selection: Selection, contradiction: (Change) throws -> Void) async throws -> Summary {
        var summary = Summary()
        var rest = try open.ledger.sequences(selection)[...]
        while !rest.isEmpty {
            var batch = Selection()
            batch.sequences = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(Self.batch)
            for change in try await changes(in: batch, counting: &summary) {
                let kind = Kind(rule: change.rule, before: change.before, after: change.after)
                summary.changes[kind, default: 0] += 1
                if summary.examples[kind, default: []].count < Self.exampleCount {
                    summary.examples[kind, default: []].append(change)
                }
                if change.contradictsHuman {
                    summary.contradictions += 1
                    try contradiction(change)
                }
            }
        }
        return summary
    }

    private func changes(in batch: Selection, counting summary: inout Summary) async throws -> [Change] {
        let judged = try await judgement.judge(
            again: try open.ledger.comments(batch),
            renewing: .rules,
            ledger: open.ledger,
            cores: options.cores
        )
        summary.judged += judged.count
        return judged.compactMap { comment, judged in
            let before = judgement.judge.verdict(of: comment.decision)
            let after = judged.decision.verdict
            guard after != before else { return nil }
            let rule = Self.cause(comment.decision, judged.decision)
            return Change(comment: comment, before: before, after: after, rule: rule)
        }
    }

    /// The first rule that matches now and did not then, else the first that did and no longer does.
    private static func cause(_ before: Decision, _ after: Decision) -> String? {
        let old = before.findings.compactMap(RulePlace.named)
        let new = after.findings.compactMap(RulePlace.named)
        return new.first { !old.contains($0) } ?? old.first { !new.contains($0) } ?? new.first
    }
}
