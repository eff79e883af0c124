import Comments
import Spam

@testable import Moderation

/// A history that remembers what was judged, as the ledger does.
final class MemoryHistory: History {
    struct Row {
        var id: CommentID
        var thread: String
        var senderID: String?
        var keys: IndexKeys?
        var submittedAt: Timestamp
        var verdict: Verdict
        /// The verdict before spam or trash.
        var restoresTo = Verdict.held
        var isTombstone = false
    }

    var threads: [String: ThreadRecord] = [:]
    var epochs: [Int64: Int] = [:]
    var neighbourhood = SpamHistory()
    private(set) var rows: [Row] = []
    /// How often each question was asked.
    private(set) var questions: [String: Int] = [:]

    func record(_ judgement: Judgement, of comment: Comment) {
        let verdict = judgement.decision.verdict
        rows.append(
            Row(
                id: comment.origin.id,
                thread: comment.thread.canonical,
                senderID: judgement.senderID,
                keys: judgement.keys,
                submittedAt: comment.submittedAt,
                verdict: verdict
            )
        )
    }

    /// A moderator's act on the comment with the sender's id.
    func act(_ act: String, on senderID: String) {
        guard let index = rows.firstIndex(where: { $0.senderID == senderID }), rows[index].verdict != .rejected else {
            return
        }
        let old = rows[index].verdict
        switch act {
        case "approve": rows[index].verdict = .approved
        case "hold": rows[index].verdict = .held
        case "spam": rows[index].verdict = .spam
        case "trash": rows[index].verdict = .trashed
        case "restore": rows[index].verdict = rows[index].restoresTo
        default: preconditionFailure("unknown act \(act)")
        }
        if old == .approved || old == .held, rows[index].verdict == .spam || rows[index].verdict == .trashed {
            rows[index].restoresTo = old
        }
    }

    func setVerdict(_ verdict: Verdict, of id: CommentID, isTombstone: Bool = false) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].verdict = verdict
        rows[index].isTombstone = isTombstone
    }

    private func note(_ question: String) { questions[question, default: 0] += 1 }

    func thread(_ canonical: String) -> ThreadRecord? {
        note("thread")
        return threads[canonical]
    }

    func parent(named name: String, in thread: String) -> ParentRecord? {
        note("parent")
        let row =
            CommentID(name).flatMap { id in rows.first { $0.id == id } }
            ?? rows.first { $0.senderID == name && $0.thread == thread }
        return row.map { ParentRecord(id: $0.id, thread: $0.thread, verdict: $0.verdict, isTombstone: $0.isTombstone) }
    }

    func isSenderIDTaken(_ id: String, in thread: String) -> Bool {
        note("senderID")
        return rows.contains { $0.senderID == id && $0.thread == thread }
    }

    func duplicates(of duplicateKey: Int64) -> [Int64?] {
        note("duplicates")
        return rows.filter { $0.keys?.duplicate == duplicateKey && $0.verdict != .trashed && $0.verdict != .rejected }
            .map { $0.keys?.email }
    }

    func hasNeighbour(ipKey: Int64?, emailKey: Int64?, after: Timestamp, before: Timestamp) -> Bool {
        note("neighbour")
        return rows.contains { row in
            row.verdict != .rejected && row.submittedAt > after && row.submittedAt < before
                && (ipKey != nil && row.keys?.ip == ipKey || emailKey != nil && row.keys?.email == emailKey)
        }
    }

    func hasApproved(authorKey: Int64) -> Bool {
        note("approved")
        return rows.contains { $0.verdict == .approved && $0.keys?.author == authorKey }
    }

    func author(_ authorKey: Int64) -> AuthorRecord? {
        note("author")
        let own = rows.filter { $0.keys?.author == authorKey }
        return own.map(\.submittedAt).min().map {
            AuthorRecord(approvedCount: own.count { $0.verdict == .approved }, firstSeen: $0)
        }
    }

    func neighbours(_ query: NeighbourQuery) -> SpamHistory {
        note("neighbours")
        return neighbourhood
    }

    func tokenEpoch(emailKey: Int64) -> Int {
        note("epoch")
        return epochs[emailKey] ?? 0
    }
}
