/// What a visitor may not say of a submission.
public enum OwnersField {
    /// Whether a field of that name counts only where the site's owner says it.
    public static func contains(_ name: String) -> Bool { SubmissionName(spelling: name.utf8)?.isOwnersOnly ?? false }
}
