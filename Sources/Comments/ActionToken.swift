import Digests
import Text

/// The proof in a notice that lets a moderator act on one comment: an expiry and the MAC over action, comment and expiry.
/// Written as `<seconds since 1970>.<32 hexadecimal digits>`.
public struct ActionToken: Sendable, Hashable, CustomStringConvertible {
    /// Seconds that a token is good for: 14 days.
    public static let lifetime: Int64 = 14 * 86400

    /// Seconds since 1970.
    public let expires: Int64
    public let code: String

    /// Reads a token as it is written; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 12, parts[0].utf8.allSatisfy(\.isASCIIDigit),
            let expires = Int64(parts[0]), parts[1].utf8.count == 32,
            parts[1].utf8.allSatisfy({ $0.hexDigitValue != nil })
        else { return nil }
        self.expires = expires
        code = String(parts[1]).asciiLowercased
    }

    init(expires: Int64, code: String) {
        self.expires = expires
        self.code = code
    }

    public var description: String { "\(expires).\(code)" }
}

extension SiteKeys {
    /// The token for an action on a comment.
    /// - Parameter lifetime: seconds.
    public func token(
        for action: String,
        on comment: CommentID,
        issued: Timestamp,
        lifetime: Int64 = ActionToken.lifetime
    ) -> ActionToken {
        let expires = issued.seconds + lifetime
        return ActionToken(expires: expires, code: actionToken(action: action, comment: comment, expires: expires))
    }

    /// Whether the token is ours for this action and comment; whether it has expired or was used is for the caller to ask. Takes the
    /// same time wherever a wrong code differs.
    public func accepts(_ token: ActionToken, for action: String, on comment: CommentID) -> Bool {
        HMAC.equal(token.code, actionToken(action: action, comment: comment, expires: token.expires))
    }
}
