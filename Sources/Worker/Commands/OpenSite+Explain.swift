import Comments
import Intake
import JSON
import Ledger
import Moderation

/// Why a comment was, or would be, judged as it is.
public struct ExplainedComment {
    /// How the comment is named: its id, or file and item.
    let subject: String
    let explanation: Explanation?
    /// Why it is no comment.
    let problems: [Problem]
    let decidedBy: String?

    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("subject", subject)
            json.field("decidedBy", decidedBy)
            json.key("problems")
            json.array { json in for problem in problems { json.problem(problem) } }
            if let explanation {
                json.key("explanation")
                explanation.write(to: &json)
            }
        }
        json.newline()
        return json.bytes
    }

    public func text() -> String {
        var lines = [subject]
        if let decidedBy { lines.append("decided by \(decidedBy), a moderator; what follows is what the worker found") }
        lines += problems.map { "rejected: \($0.code)\($0.field.isEmpty ? "" : " (\($0.field))"): \($0.message)" }
        if let explanation { lines.append(explanation.text) }
        return lines.joined(separator: "\n")
    }
}

extension OpenSite {
    /// Explains a stored comment by its id, or what would become of the comments in a file. Nothing is changed.
    public func explain(_ subject: String) throws -> [ExplainedComment] {
        if let id = CommentID(subject), let comment = try ledger.comment(id) { return [explained(comment)] }
        guard let bytes = try FileBytes.read(subject) else { throw LedgerError.unknownComment(subject) }
        let slash = subject.lastIndex(of: "/")
        let folder = slash.map { String(subject[..<$0]) } ?? "."
        let name = slash.map { String(subject[subject.index(after: $0)...]) } ?? subject
        let inbox = try InboxDirectory(folder.isEmpty ? "/" : folder)
        let entry = try inbox.scan(now: Clock.now().adding(seconds: 10)).entries.first { $0.name == name }
        guard let entry, !bytes.isEmpty else {
            throw LedgerError.notApplicable("\(subject) is empty or no regular file")
        }
        switch try inbox.open(entry, limits: settings.limits) {
        case .failure(let refusal):
            return [ExplainedComment(subject: name, explanation: nil, problems: [refusal.problem], decidedBy: nil)]
        case .success(var delivery): return try rehearse(&delivery)
        }
    }

    private func explained(_ comment: StoredComment) -> ExplainedComment {
        let isRefused = comment.decision.findings.isEmpty && comment.decision.verdict == .rejected
        return ExplainedComment(
            subject: "\(comment.id)",
            explanation: isRefused ? nil : Explanation(comment.decision, settings: settings),
            problems: comment.decision.problems,
            decidedBy: comment.decidedBy
        )
    }

    private func rehearse(_ delivery: inout OpenDelivery) throws -> [ExplainedComment] {
        let judgement = try LoadedJudgement(site, settings: settings, keys: keys)
        let scratch = try judgement.analyzer.makeScratch()
        let source = delivery.delivery
        let items = try delivery.next(limit: 10_000)
        return try ledger.rehearse { transaction in
            let row = try transaction.begin(
                delivery: source.key,
                name: source.name + "\u{0}",
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
                        decidedBy: nil
                    )
                case .refusal(let refusal):
                    return ExplainedComment(
                        subject: subject,
                        explanation: nil,
                        problems: refusal.problems,
                        decidedBy: nil
                    )
                case .action(let action):
                    return ExplainedComment(
                        subject: "\(subject): the action '\(action.action)'",
                        explanation: nil,
                        problems: [],
                        decidedBy: nil
                    )
                }
            }
        }
    }
}
