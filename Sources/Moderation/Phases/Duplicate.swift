import Settings

extension Phase {
    /// `duplicates.then`: the same words by the same person in the same place, however old, unless the first is in the trash or was
    /// rejected. No one is exempt. Where the new comment has no e-mail, e-mails are not compared.
    static let duplicate = Phase(.duplicate) { hearing in
        let emails = try hearing.history.duplicates(of: hearing.duplicateKey)
        let email = hearing.analysis.keys.email
        guard email == nil ? !emails.isEmpty : emails.contains(email) else { return }
        let text = "The same person has said exactly this here before."
        switch hearing.policy.settings.duplicates.then {
        case .reject:
            hearing.reject(
                .duplicate,
                text,
                .duplicate,
                field: "body",
                "You have said exactly this here before; there is no need to send it again."
            )
        case .spam: hearing.settle(.spam, .duplicate, text)
        }
    }
}
