import Text

/// What a visitor may not say of a submission.
public enum OwnersField {
    /// Whether a field of that name counts only where the site's owner says it.
    public static func contains(_ name: String) -> Bool {
        name.withBytes { SubmissionName(spelling: $0)?.isOwnersOnly ?? false }
    }
}
