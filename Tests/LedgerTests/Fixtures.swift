import Comments
import Digests
import Foundation
import Ledger
import Moderation
import Spam

/// A ledger in a temporary directory, removed with it.
final class TemporaryLedger {
    let directory: String
    var ledger: Ledger
    let keys = SiteKeys(secret: Array(repeating: 7, count: 32))
    private var deliveries = 0

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        ledger = try Ledger(path: directory + "/ledger.sqlite")
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// What the outbox owes.
    func dispatches() throws -> [Dispatch] {
        var due: [Dispatch] = []
        try ledger.forEachDispatch(limit: 100) { due.append($0) }
        return due
    }

    /// Records a comment with a verdict, as its own delivery, and returns its id.
    @discardableResult
    func record(
        _ verdict: Verdict,
        thread: String = "https://blog.example/post",
        parent: CommentID? = nil,
        name: String = "Ada",
        second: Int64 = 0,
        author: Int64? = nil,
        at time: Timestamp = Timestamp(seconds: 1000),
        body: String? = nil,
        hosts: [Int64] = [],
        email: Int64? = nil
    ) throws -> CommentID {
        deliveries += 1
        let key = SHA256.digest("delivery \(deliveries)")
        let arrival = Timestamp(seconds: 500 + second)
        let id = keys.commentID(delivery: key, index: 0, arrival: arrival)
        let comment = Comment(
            origin: Origin(id: id, delivery: "\(deliveries).json", index: 0, arrivedAt: arrival),
            thread: ThreadAddress(canonical: thread, url: thread + "/"),
            author: Author(name: name),
            body: body ?? "body \(deliveries)",
            submittedAt: Timestamp(seconds: 100 + second)
        )
        let judgement = Judgement(
            Decision(verdict: verdict, findings: [Finding("tested", weight: -1_500_000, note: "a “note”")]),
            parent: parent,
            keys: IndexKeys(duplicate: Int64(deliveries), email: email, author: author),
            signature: signature(of: comment.body),
            hostKeys: hosts
        )
        try ledger.transaction { transaction in
            let delivery = try transaction.begin(delivery: key, name: "\(deliveries).json", arrivedAt: arrival)
            try transaction.record(comment, judgement, delivery: delivery.number, slug: "post", at: time)
            try transaction.finish(delivery: delivery.number, at: time)
        }
        return id
    }

    func signature(of body: String) -> Signature? {
        var scratch = SpamFilter.Scratch()
        return SpamFilter(model: Model()).analyze(SpamSample(text: body), scratch: &scratch).signature
    }

    func undo(_ number: Int64? = nil) throws {
        try ledger.transaction { _ = try $0.undo(number, by: "Grace", at: Timestamp(seconds: 3000)) }
    }

    /// Takes away all spam, trash and rejected submissions that were decided ten seconds before.
    func purge(second: Int64) throws -> Int {
        let limits = RetentionLimits(spam: 10, trash: 10, rejected: 10, ip: 10, deliveries: 10)
        return try ledger.transaction { try $0.purgeComments(limits, at: Timestamp(seconds: second)) }
    }

    func act(_ act: ModeratorAct, _ id: CommentID, second: Int64 = 2000) throws {
        try ledger.transaction { transaction in
            let comment = try self.stored(id, in: transaction)
            try transaction.act(act, on: comment, by: "Grace", at: Timestamp(seconds: second))
        }
    }

    func stored(_ id: CommentID) throws -> StoredComment {
        guard let comment = try ledger.comment(id) else { throw LedgerError.unknownComment("\(id)") }
        return comment
    }

    /// What is shown of the only thread, in order: ids, with `†` after a tombstone's.
    func shown() throws -> [String] {
        try places(offset: 0, limit: 100).map { "\($0.comment.id)" + ($0.isTombstone ? "†" : "") }
    }

    /// Top-level places of the only thread with everything below them, in order.
    func places(offset: Int, limit: Int) throws -> [PlacedComment] {
        try ledger.page(of: 1, offset: offset, limit: limit).sorted {
            ($0.comment.postedAt, $0.comment.sequence) < ($1.comment.postedAt, $1.comment.sequence)
        }
    }

    private func stored(_ id: CommentID, in transaction: LedgerTransaction) throws -> StoredComment {
        var selection = Selection()
        selection.ids = [id]
        return try transaction.comments(selection)[0]
    }
}
