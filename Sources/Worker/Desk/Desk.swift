import Comments
import Ledger

/// The moderator's desk: acts go to the ledger, then through the outbox.
public struct Desk {
    private let site: OpenSite
    private let moderator: String

    public init(_ site: OpenSite, moderator: String) {
        self.site = site
        self.moderator = moderator
    }

    /// What came of acting: a line a comment, and what the moderator should know besides.
    public struct Outcome: Sendable {
        public var lines: [String] = []
    }

    /// The comments that a selection means, in the order of judgement.
    /// - Throws: `LedgerError.unknownComment` for the first id that means none.
    public func chosen(_ selection: Selection, for act: ModeratorAct) throws -> [StoredComment] {
        let comments = try site.ledger.comments(selection)
        if let unknown = selection.ids.first(where: { id in !comments.contains { $0.id == id } }) {
            throw LedgerError.unknownComment("\(unknown)")
        }
        guard selection.ids.isEmpty else { return comments }
        return comments.filter { $0.decision.verdict != .rejected && !$0.isTombstone }
    }

    /// Does the same to all of `comments`, in one transaction.
    public func act(_ act: ModeratorAct, on comments: [StoredComment], note: String?) async throws -> Outcome {
        var outcome = Outcome()
        let now = Clock.now()
        try site.ledger.transaction { transaction in
            outcome.lines = try comments.map { comment in
                let number = try transaction.act(act, on: comment, by: moderator, note: note, at: now)
                guard let number else { return "\(comment.id) was \(comment.decision.verdict.rawValue) already" }
                return "\(comment.id) \(act.past) (action \(number))"
            }
        }
        if act == .approve { outcome.lines += try othersHeld(comments) }
        try await site.flushOutbox()
        return outcome
    }

    public func undo(_ action: Int64?) async throws -> Outcome {
        let undone = try site.ledger.transaction { try $0.undo(action, by: moderator, at: Clock.now()) }
        try await site.flushOutbox()
        let change = undone.name == "edit" ? "its body is as before" : "it is \(undone.before) again"
        return Outcome(lines: ["\(undone.comment): '\(undone.name)' (action \(undone.number)) undone, \(change)"])
    }

    /// Approving one comment does not release its author's other held ones; the moderator is told of them.
    private func othersHeld(_ comments: [StoredComment]) throws -> [String] {
        try Set(comments.map(\.author.name)).sorted().compactMap { name in
            var selection = Selection()
            selection.author = name
            selection.verdicts = [.held]
            let count = try site.ledger.comments(selection).count
            guard count > 0 else { return nil }
            return "\(count) more held by \(name): moderato approve --author '\(name)' --verdict held"
        }
    }
}

extension ModeratorAct {
    fileprivate var past: String {
        switch self {
        case .approve: "approved"
        case .hold: "held"
        case .spam: "marked as spam"
        case .trash: "trashed"
        case .restore: "restored"
        case .edit: "edited"
        }
    }
}
