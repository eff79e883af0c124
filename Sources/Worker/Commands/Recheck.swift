import Comments
import JSON
import Ledger
import Moderation
import Settings

/// Judges stored comments again with today's rules, lists, model and thresholds.
public struct Recheck {
    /// A comment whose verdict is, or would be, another one.
    public struct Change: Sendable {
        public let comment: StoredComment
        /// What is decided today.
        public let decision: Decision
        /// What the new verdict rests on.
        public let reason: String

        init(_ comment: StoredComment, _ judgement: Judgement, settings: Settings) {
            self.comment = comment
            decision = judgement.decision
            let deciding = Explanation(judgement, settings: settings).parts.filter(\.decides).flatMap(\.signals)
            reason = deciding.first { $0.effect != .none }?.finding.note ?? "nothing speaks against it"
        }

        public func json(isApplied: Bool) -> [UInt8] {
            var json = JSONWriter()
            json.object { json in
                json.field("id", comment.id.description)
                json.field("thread", comment.thread?.canonical)
                json.field("name", comment.author.name.isEmpty ? nil : comment.author.name)
                json.field("before", comment.decision.verdict.rawValue)
                json.field("after", decision.verdict.rawValue)
                json.field("applied", isApplied)
                json.key("score")
                json.raw(Millionths.text(decision.score))
                json.field("reason", reason)
                json.key("findings")
                json.array { json in for finding in decision.findings { json.finding(finding) } }
            }
            json.newline()
            return json.bytes
        }
    }

    /// What one recheck came to.
    public struct Summary: Sendable {
        public var judged = 0
        /// Comments that moderators decided; they stay as they are.
        public var decidedByHumans = 0
        /// How many verdicts changed, by what they were and are.
        public var changes: [Transition: Int] = [:]
    }

    public struct Transition: Sendable, Hashable {
        public let before: Verdict
        public let after: Verdict

        public init(before: Verdict, after: Verdict) {
            self.before = before
            self.after = after
        }
    }

    private let open: OpenSite
    private let judgement: LoadedJudgement
    private let options: DrainOptions

    /// Comments judged together, so in one transaction.
    private static let batch = 1024

    /// - Throws: what the site's settings, rules and lists are refused for.
    public init(_ open: OpenSite, options: DrainOptions = .fromEnvironment) throws {
        self.open = open
        self.options = options
        judgement = try LoadedJudgement(open)
    }

    /// - Parameters:
    ///   - applying: whether to change what is decided otherwise, and to publish and retract accordingly.
    ///   - report: gets each change, oldest comment first.
    public func run(
        _ selection: Selection,
        applying: Bool,
        report: (Change) throws -> Void
    ) async throws -> Summary {
        var summary = Summary()
        var rest = try open.ledger.sequences(selection)[...]
        while !rest.isEmpty {
            var batch = Selection()
            batch.sequences = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(Self.batch)
            let changes = try await changes(in: batch, counting: &summary)
            let made = applying ? try apply(changes) : changes
            for change in made {
                let transition = Transition(before: change.comment.decision.verdict, after: change.decision.verdict)
                summary.changes[transition, default: 0] += 1
                try report(change)
            }
        }
        if applying, !summary.changes.isEmpty { try await open.flushOutbox() }
        return summary
    }

    private func changes(in batch: Selection, counting summary: inout Summary) async throws -> [Change] {
        let stored = try open.ledger.comments(batch)
        summary.decidedByHumans += stored.count { $0.decidedBy != nil }
        let judged = try await judgement.judge(
            again: stored.filter { $0.decidedBy == nil },
            renewing: .everything,
            ledger: open.ledger,
            cores: options.cores
        )
        summary.judged += judged.count
        return judged.compactMap { comment, judgement in
            judgement.decision.verdict == comment.decision.verdict
                ? nil : Change(comment, judgement, settings: open.settings)
        }
    }

    /// Changes the decisions, but of comments on which somebody acted meanwhile.
    /// - Returns: what was changed.
    private func apply(_ changes: [Change]) throws -> [Change] {
        guard !changes.isEmpty else { return [] }
        return try open.ledger.transaction { transaction in
            let now = Clock.now()
            return try changes.filter { try transaction.replaceDecision(on: $0.comment, with: $0.decision, at: now) }
        }
    }
}
