import Comments
import Markup
import Text

extension SubmissionDecoder {
    /// A moderator's answer to a notice. Who sent it is what the message says, and proves nothing: the token in it does.
    func decodeMail(_ bytes: [UInt8], _ origin: Origin) -> IntakeItem {
        func refuse(_ field: String, _ message: String) -> IntakeItem {
            .refusal(Refusal(origin: origin, problems: [Problem(.invalidAction, field: field, message: message)]))
        }
        guard let mail = ReceivedMail(bytes), let (content, isHTML) = mail.text else {
            return refuse("body", "The message has no text; answer with approve, spam or trash as the first word.")
        }
        guard let sender = mail.sender?.asciiLowercased, moderators.contains(sender) else {
            return refuse("sender", "The sender is no moderator; answer from an address of site.moderators.")
        }
        let text = isHTML ? MarkupCleaner(MarkupOptions(format: .html)).render(content).text : content
        do throws(MailReply.Fault) {
            let reply = try MailReply(text)
            return .action(
                ModeratorAction(origin: origin, action: reply.action, comment: reply.comment, token: reply.token)
            )
        } catch {
            switch error {
            case .noText:
                return refuse("body", "The message is empty; answer with approve, spam or trash as the first word.")
            case .noCommand(let action):
                let line = "no line of the notice that begins with '\(action.shortened())'"
                return refuse("body", "The message has \(line); leave the notice's lines in your answer.")
            case .severalComments(let action):
                return refuse(
                    "body",
                    "'\(action)' may mean several comments; answer with the line of the one you mean."
                )
            }
        }
    }
}
