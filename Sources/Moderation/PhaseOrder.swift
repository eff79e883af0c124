extension Phase {
    /// Every phase reports, also after one has settled the verdict, so that each decision can be explained. Validity, thread, duplicate, trusted
    /// author, blocked words and removal rules settle; all others raise.
    static let inOrder: [Phase] = [
        .validity,
        .thread,
        .duplicate,
        .flood,
        .trustedAuthor,
        .blockedWords,
        .removalRules,
        .holdAll,
        .links,
        .heldWords,
        .previouslyApproved,
        .otherRules,
        .spam,
    ]
}
