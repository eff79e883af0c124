import Comments
import Moderation

extension LedgerTransaction {
    /// Records a judged comment, its place in the thread and what the outbox owes for it.
    /// - Parameters:
    ///   - delivery: the number of the delivery it came with.
    ///   - slug: of its thread, should it be new.
    ///   - time: the moment of the decision.
    ///   - moderator: who decided, where it was not the worker.
    /// - Returns: its place in the order of judgement.
    @discardableResult
    public func record(
        _ comment: Comment,
        _ judgement: Judgement,
        delivery: Int64,
        slug: @autoclosure () -> String,
        at time: Timestamp,
        by moderator: String? = nil
    ) throws -> Int64 {
        let decision = judgement.decision
        let isRejected = decision.verdict == .rejected
        let thread =
            try threadRow(comment.thread.canonical) ?? insertThread(comment.thread, slug: slug(), title: comment.title)
        if thread.record.title == nil, let title = comment.title { try name(thread, title) }
        let parent = try judgement.parent.flatMap { id in
            try statements.placementByID.first(.blob(id.blob)) { PlacementRow($0) }
        }
        var author = comment.author
        author.isVerified = judgement.isVerified
        let sequence = try nextSequence()
        let hanging = try parent.map { try place(under: $0, child: sequence) } ?? (root: sequence, isReachable: true)
        let shown: Shown = decision.verdict == .approved && hanging.isReachable ? .comment : .hidden
        let publication = shown == .comment ? try nextPublication() : nil
        let neighbours = isRejected ? nil : NeighbourKeys(judgement.signature, hosts: judgement.hostKeys)
        try insert(
            Insertion(
                sequence: sequence,
                origin: comment.origin,
                delivery: delivery,
                thread: thread.number,
                senderID: judgement.senderID,
                parent: parent?.sequence,
                root: hanging.root,
                shown: shown,
                author: author,
                body: comment.body,
                format: comment.format,
                extra: comment.extra,
                submittedAt: comment.submittedAt,
                decision: decision,
                decidedAt: time,
                decidedBy: moderator,
                publication: publication,
                wantsReplies: comment.wantsReplies,
                keys: isRejected ? nil : judgement.keys,
                neighbours: neighbours
            )
        )
        try neighbours.map { try note($0, of: sequence, thread: thread.number, at: comment.submittedAt) }
        try remember(
            author: judgement.keys?.author,
            comment,
            isApproved: decision.verdict == .approved,
            isRejected: isRejected
        )
        oweFor(
            TopLevel(sequence: sequence, submittedAt: comment.submittedAt),
            thread: thread.number,
            root: hanging.root,
            shown: shown,
            publication: publication,
            verdict: decision.verdict,
            delivery: delivery
        )
        try postOutcome(of: sequence, decision.verdict, isVerified: judgement.isVerified, at: time)
        for letter in judgement.letters { try post(letter, about: sequence, at: time) }
        for answer in judgement.answers {
            let judged = Judgement(answer.decision, parent: comment.origin.id)
            try record(answer.comment, judged, delivery: delivery, slug: slug(), at: time)
        }
        return sequence
    }

    /// Records a submission that is no comment.
    public func record(
        _ refusal: Refusal,
        delivery: Int64,
        slug: (ThreadAddress) -> String,
        at time: Timestamp
    ) throws {
        let sequence = try nextSequence()
        let thread = try refusal.thread.map { address in
            try threadRow(address.canonical) ?? insertThread(address, slug: slug(address), title: nil)
        }
        try insert(
            Insertion(
                sequence: sequence,
                origin: refusal.origin,
                delivery: delivery,
                thread: thread?.number,
                senderID: refusal.senderID,
                parent: nil,
                root: sequence,
                shown: .hidden,
                author: refusal.author,
                body: refusal.body,
                format: nil,
                extra: nil,
                submittedAt: refusal.submittedAt,
                decision: Decision(verdict: .rejected, problems: refusal.problems),
                decidedAt: time,
                decidedBy: nil,
                publication: nil,
                wantsReplies: false,
                keys: nil,
                neighbours: nil
            )
        )
        owe(.rejected, delivery)
    }

    private struct Insertion {
        let sequence: Int64
        let origin: Origin
        let delivery: Int64
        let thread: Int64?
        let senderID: String?
        let parent: Int64?
        let root: Int64
        let shown: Shown
        let author: Author
        let body: String
        let format: BodyFormat?
        let extra: String?
        let submittedAt: Timestamp?
        let decision: Decision
        let decidedAt: Timestamp
        let decidedBy: String?
        let publication: Int64?
        let wantsReplies: Bool
        let keys: IndexKeys?
        let neighbours: NeighbourKeys?
    }

    private func insert(_ row: Insertion) throws {
        let author = row.author
        let decision = row.decision
        try statements.insertComment.run(
            .integer(row.sequence),
            .blob(row.origin.id.blob),
            .integer(row.delivery),
            .integer(Int64(row.origin.index)),
            .integer(row.origin.arrivedAt.milliseconds),
            .optional(row.thread),
            .optional(row.senderID),
            .optional(row.parent),
            .integer(row.root),
            .integer(row.shown.rawValue),
            .text(author.name),
            .optional(author.email),
            .optional(author.website),
            .optional(author.ip),
            .optional(author.userAgent),
            .optional(author.referrer),
            .flag(author.isVerified),
            .optional(row.neighbours?.signatureBytes),
            .optional(row.neighbours?.hostBytes),
            .text(row.body),
            .optional(row.format?.rawValue),
            .optional(row.extra),
            .time(row.submittedAt),
            .integer(decision.verdict.code),
            .integer(Int64(decision.score)),
            .optional(utf8: StoredFindings.utf8(decision.findings)),
            .optional(utf8: StoredFindings.utf8(decision.problems)),
            .text(decision.ruleSet),
            .text(decision.model),
            .integer(row.decidedAt.milliseconds),
            .optional(row.decidedBy),
            .optional(row.publication),
            .time(row.publication == nil ? nil : row.origin.arrivedAt),
            .flag(row.wantsReplies),
            .optional(row.keys?.duplicate),
            .optional(row.keys?.email),
            .optional(row.keys?.ip),
            .optional(row.keys?.author)
        )
        tally(decision.verdict, 1)
        if let known { remember(row, in: known) }
    }

    private func remember(_ row: Insertion, in known: KnownKeys) {
        known.insert(row.origin.id)
        if let thread = row.thread, let senderID = row.senderID { known.insert(senderID: senderID, thread: thread) }
        guard let keys = row.keys, let time = row.submittedAt else { return }
        known.insert(keys.duplicate, .duplicate)
        if let email = keys.email { known.insert(email, .email, at: time) }
        if let ip = keys.ip { known.insert(ip, .ip, at: time) }
    }

    private func remember(author key: Int64?, _ comment: Comment, isApproved: Bool, isRejected: Bool) throws {
        guard let key, !isRejected else { return }
        try statements.raiseAuthor.run(
            .integer(key),
            .integer(comment.submittedAt.milliseconds),
            .integer(isApproved ? 1 : 0)
        )
    }

    private func oweFor(
        _ place: TopLevel,
        thread: Int64,
        root: Int64,
        shown: Shown,
        publication: Int64?,
        verdict: Verdict,
        delivery: Int64
    ) {
        switch verdict {
        case .rejected: owe(.rejected, delivery)
        case .held: owe(.heldNotice, place.sequence)
        case .approved, .spam, .trashed: break
        }
        guard shown == .comment else { return }
        if keepsItems { owe(.item, place.sequence) }
        var change = threadChanges[thread] ?? ThreadChange()
        change.shown += 1
        if root == place.sequence {
            change.roots += 1
            if change.firstRoot.map(place.stands(before:)) ?? true { change.firstRoot = place }
        } else {
            owe(.page, thread, root)
        }
        threadChanges[thread] = change
        oweFeeds(thread: thread, publication: publication)
    }
}
