import Comments
import Digests
import Feeds
import Intake
import Ledger
import Moderation
import Text

/// A record of an import on its way into the ledger.
enum ImportStep: Sendable {
    case post(PostNews)
    /// A comment with the verdict it came with.
    case kept(Imprint, Verdict)
    case judged(Analysis)
    case skipped(id: String?, reason: String)
}

/// The half of an import that needs no history: what the records of an export are, on any core.
struct ImportAnalyzer: Sendable {
    let options: CommentImport.Options
    let decoder: SubmissionDecoder
    let analyzer: Analyzer
    let keys: SiteKeys
    let posts: PostReader
    /// Name, key and arrival of the export.
    let name: String
    let key: Digest
    let arrivedAt: Timestamp

    /// nil for what is not to be taken.
    /// - Parameter index: the record's place in the export.
    func step(_ record: ImportedRecord, at index: Int, _ scratch: Analyzer.Scratch) -> ImportStep? {
        switch record {
        case .post(let post):
            guard options.only != .comments else { return nil }
            return posts.news(of: post).map(ImportStep.post)
                ?? .skipped(id: post.url, reason: "it has no address that names a post")
        case .skipped(let id, let reason): return .skipped(id: id, reason: reason)
        case .comment(let comment): return options.only == .posts ? nil : step(comment, at: index, scratch)
        }
    }

    private func step(_ comment: ImportedComment, at index: Int, _ scratch: Analyzer.Scratch) -> ImportStep {
        if comment.verdict == .trashed, comment.body.isBlank {
            return .skipped(id: comment.senderID, reason: "it was deleted, and its text with it")
        }
        // What it was is what counts: its id, its permanent address and how long it is kept.
        let arrival = min(comment.submittedAt ?? arrivedAt, arrivedAt)
        let origin = Origin(
            id: keys.commentID(delivery: key, index: index, arrival: arrival),
            delivery: name,
            index: index,
            arrivedAt: arrival
        )
        switch decoded(comment, origin) {
        case .comment(let decoded):
            guard options.keepsVerdicts, let verdict = comment.verdict else {
                return .judged(analyzer.analyze(decoded, scratch: scratch))
            }
            guard verdict != .rejected else { return .skipped(id: comment.senderID, reason: "it was rejected") }
            return .kept(analyzer.imprint(decoded, scratch: scratch), verdict)
        case .refusal(let refusal):
            return .skipped(id: comment.senderID, reason: refusal.problems.map(\.message).joined(separator: " "))
        case .action: return .skipped(id: comment.senderID, reason: "it is no comment")
        }
    }

    /// An address of its author that is too long is no reason to lose a comment.
    private func decoded(_ comment: ImportedComment, _ origin: Origin) -> IntakeItem {
        let item = decoder.decode(comment.submission, origin)
        guard case .refusal(let refusal) = item,
            refusal.problems.allSatisfy({ ["website", "email"].contains($0.field) })
        else { return item }
        var comment = comment
        var findings: [Finding] = []
        for problem in refusal.problems {
            if problem.field == "email" { comment.email = nil } else { comment.website = nil }
            findings.append(Finding("invalid_\(problem.field)", note: "The address was too long and was dropped."))
        }
        guard case .comment(var decoded) = decoder.decode(comment.submission, origin) else { return item }
        decoded.findings += findings
        return .comment(decoded)
    }
}
