import Comments

/// What one item of a delivery is.
public enum IntakeItem: Sendable {
    case comment(Comment)
    case refusal(Refusal)
    case action(ModeratorAction)
}

/// What a moderator asks for with a signed token: `{"action":"approve","comment":"ID","token":"…"}`. Nothing of it is proven yet.
public struct ModeratorAction: Sendable, Hashable {
    public let origin: Origin
    /// `approve`, `spam`, `trash` or whatever was asked.
    public let action: String
    /// The id as it was sent.
    public let comment: String
    public let token: String
}
