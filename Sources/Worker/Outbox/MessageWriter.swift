import Comments
import Ledger
import Outbox
import Settings

/// Writes the messages that are due into the Maildir; one that is there already is left alone.
struct MessageWriter {
    let site: Site
    let ledger: Ledger
    let context: OutboxContext

    func write(_ number: Int64) throws {
        guard let message = try ledger.message(number) else { return }
        switch message.kind {
        case .held: try writeHeld(message)
        case .modmail: try writeOfRule(message, to: .moderators)
        case .author: try writeOfRule(message, to: .author)
        case .trouble:
            guard let summary = message.subject, let text = message.body else { return }
            let notice = TroubleNotice(summary, message: text, number: message.number, date: message.at)
            try deliver(notice.mail(context))
        case .approved:
            guard let (comment, thread) = try subject(of: message), comment.decision.verdict == .approved else {
                return
            }
            let notice = ApprovedNotice(comment, thread: thread, number: message.number, date: message.at)
            try deliver(notice.mail(context))
        case .outcome:
            guard let (comment, thread) = try subject(of: message) else { return }
            let notice = OutcomeNotice(comment, thread: thread, number: message.number, date: message.at)
            try deliver(notice.mail(context))
        }
    }

    /// The comment that a message is about; nil where it is gone.
    private func subject(of message: MessageRecord) throws -> (comment: StoredComment, thread: ThreadRecord?)? {
        guard let comment = try message.comments.first.flatMap({ try ledger.comment(sequence: $0) }) else { return nil }
        return (comment, try thread(of: comment))
    }

    private func writeHeld(_ message: MessageRecord) throws {
        let held = try message.comments.compactMap { sequence -> Outbox.HeldNotice.Held? in
            guard let comment = try ledger.comment(sequence: sequence), comment.decision.verdict == .held else {
                return nil
            }
            return Outbox.HeldNotice.Held(comment, thread: try thread(of: comment))
        }
        switch context.settings.notify.held {
        case .off: break
        case .digest:
            let notice = Outbox.HeldNotice(digest: held, total: held.count, number: message.number, date: message.at)
            try deliver(notice.mail(context))
        case .each:
            for (index, one) in held.enumerated() {
                let notice = Outbox.HeldNotice(one, number: message.number, part: index + 1, date: message.at)
                try deliver(notice.mail(context))
            }
        }
    }

    private func writeOfRule(_ message: MessageRecord, to recipient: RuleNotice.Recipient) throws {
        guard let (comment, thread) = try subject(of: message), let text = message.body else { return }
        let notice = RuleNotice(
            text,
            subject: message.subject,
            to: recipient,
            about: comment,
            thread: thread,
            number: message.number,
            date: message.at
        )
        try deliver(notice.mail(context))
    }

    private func thread(of comment: StoredComment) throws -> ThreadRecord? {
        try comment.thread.flatMap { try ledger.publishedThread(at: $0.canonical)?.record }
    }

    private func deliver(_ mail: OutgoingMail?) throws {
        if let mail { try Maildir(site.mail).deliver(mail) }
    }
}
