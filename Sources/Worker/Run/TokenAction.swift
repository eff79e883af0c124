import Comments
import Intake
import Ledger
import Text

/// A moderator's act that came as a delivery, proven by a signed token that works once.
struct TokenAction {
    private let action: ModeratorAction
    private let keys: SiteKeys

    init(_ action: ModeratorAction, keys: SiteKeys) {
        self.action = action
        self.keys = keys
    }

    /// Acts, or says why not; a refused action changes nothing.
    func perform(in transaction: LedgerTransaction, at now: Timestamp) throws -> Refusal? {
        guard let act = Self.acts[action.action] else {
            return refusal("action", "'\(action.action.shortened())' is no action; answer with approve, spam or trash.")
        }
        var selection = Selection()
        guard let id = CommentID(action.comment) else {
            return refusal("comment", "'\(action.comment.shortened())' is no comment's id; copy it from the notice.")
        }
        selection.ids = [id]
        guard let token = ActionToken(action.token), keys.accepts(token, for: action.action, on: id) else {
            return refusal(
                "token",
                "The token does not belong to this action and comment; copy the whole line of the notice."
            )
        }
        guard token.expires >= now.seconds else {
            return refusal("token", "The token has expired; use 'moderato \(action.action) \(id)'.")
        }
        guard let comment = try transaction.comments(selection).first else {
            return refusal("comment", "There is no comment \(id) any more.")
        }
        guard try transaction.use(token) else {
            return refusal("token", "The token was used before; use 'moderato \(action.action) \(id)'.")
        }
        do {
            try transaction.act(act, on: comment, by: "mail", at: now)
            return nil
        } catch let error as LedgerError {
            return refusal("comment", error.description)
        }
    }

    private static let acts: [String: ModeratorAct] = ["approve": .approve, "spam": .spam, "trash": .trash]

    private func refusal(_ field: String, _ message: String) -> Refusal {
        Refusal(origin: action.origin, problems: [Problem(code: "invalid_action", field: field, message: message)])
    }
}
