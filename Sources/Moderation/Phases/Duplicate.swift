import Comments
import Settings

extension Phase {
    /// `duplicates.then`: the same words by the same person in the same place, however old, unless the first is in the trash or was rejected. No one
    /// is exempt. Where the new comment has no e-mail, e-mails are not compared.
    static let duplicate = Phase(.duplicate) { hearing in
        let emails = try hearing.history.duplicates(of: hearing.duplicateKey)
        let email = hearing.analysis.keys.email
        guard email == nil ? !emails.isEmpty : emails.contains(email) else { return }
        let note = "The same person has said exactly this here before."
        switch hearing.policy.settings.duplicates.then {
        case .reject:
            let problem = Problem(
                .duplicate,
                field: "body",
                message: "You have said exactly this here before; there is no need to send it again."
            )
            hearing.settle(.duplicate, .rejected, "duplicate", note, problem: problem)
        case .spam: hearing.settle(.duplicate, .spam, "duplicate", note)
        }
    }
}
