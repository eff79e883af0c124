import Comments
import Intake
import Ledger
import Moderation
import Spam

extension OpenSite {
    /// Explains a stored comment by its id, or what would become of the comments in a file. Nothing is changed.
    public func explain(_ subject: String) throws -> [ExplainedComment] {
        if let id = CommentID(subject), let comment = try ledger.comment(id) { return [try explained(comment)] }
        guard let start = try FileBytes.read(subject, count: 1) else { throw LedgerError.unknownComment(subject) }
        let slash = subject.lastIndex(of: "/")
        let folder = slash.map { String(subject[..<$0]) } ?? "."
        let name = slash.map { String(subject[subject.index(after: $0)...]) } ?? subject
        let inbox = try InboxDirectory(folder.isEmpty ? "/" : folder)
        let entry = try inbox.scan(now: Clock.now().adding(seconds: 10)).entries.first { $0.name == name }
        guard let entry, !start.isEmpty else {
            throw LedgerError.notApplicable("\(subject) is empty or no regular file")
        }
        switch try inbox.open(entry, limits: settings.limits) {
        case .failure(let refusal):
            return [ExplainedComment(subject: name, explanation: nil, problems: [refusal.problem])]
        case .success(var delivery):
            let judgement = try LoadedJudgement(self)
            guard delivery.delivery.kind == .feed else {
                return try rehearse(try delivery.next(limit: Self.mostExplained), of: delivery.delivery, judgement)
            }
            let base = judgement.decoder.base
            if let refusal = try FeedItems.refusal(of: delivery, base: base) {
                return [ExplainedComment(subject: name, explanation: nil, problems: [refusal.problem])]
            }
            var feed = FeedItems(delivery, try FeedItems.format(of: delivery), base: base)
            let items = try feed.next(limit: Self.mostExplained).compactMap { item in
                if case .item(let raw) = item { raw } else { nil }
            }
            return try rehearse(items, of: delivery.delivery, judgement)
        }
    }

    private func explained(_ comment: StoredComment) throws -> ExplainedComment {
        let isRefused = comment.decision.findings.isEmpty && comment.decision.verdict == .rejected
        return ExplainedComment(
            subject: "\(comment.id)",
            explanation: isRefused ? nil : Explanation(comment.decision, settings: settings),
            problems: comment.decision.problems,
            decidedBy: comment.decidedBy,
            telling: try spamFilter(spamModel()).telling(SpamSample(comment), comment.decision)
        )
    }

    /// Items of a file that are explained; the rest is not looked at.
    private static let mostExplained = 10_000

    private func rehearse(
        _ items: [RawItem],
        of delivery: Delivery,
        _ judgement: LoadedJudgement
    ) throws -> [ExplainedComment] {
        let scratch = try judgement.analyzer.makeScratch()
        let source = delivery.rehearsal
        return try ledger.rehearse { transaction in
            let row = try transaction.begin(
                delivery: source.key,
                name: source.name,
                arrivedAt: source.arrivedAt
            )
            return try items.map { item in
                let subject = "\(source.name), item \(item.index + 1)"
                switch judgement.decoder.decode(item, of: source) {
                case .comment(let comment):
                    let judged = try judgement.judge.judge(
                        judgement.analyzer.analyze(comment, scratch: scratch),
                        history: transaction
                    )
                    try transaction.record(
                        comment,
                        judged,
                        delivery: row.number,
                        slug: slug(of: comment.thread),
                        at: comment.origin.arrivedAt
                    )
                    return ExplainedComment(
                        subject: subject,
                        explanation: Explanation(judged, settings: settings),
                        problems: judged.decision.problems,
                        telling: judgement.analyzer.spam.telling(SpamSample(comment), judged.decision)
                    )
                case .refusal(let refusal):
                    let completed = try judgement.judge.completed(refusal, history: transaction)
                    return ExplainedComment(subject: subject, explanation: nil, problems: completed.problems)
                case .action(let action):
                    return ExplainedComment(subject: "\(subject): the action '\(action.action)'", explanation: nil)
                }
            }
        }
    }
}

extension SpamFilter {
    /// What tells the classifier most of a comment, where it counted for the decision.
    fileprivate func telling(_ sample: SpamSample, _ decision: Decision) -> [Telling] {
        let counted = decision.findings.contains { $0.symbol == "classifier" && $0.weight != 0 }
        return counted ? mostTelling(sample) : []
    }
}
