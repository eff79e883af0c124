import Text

/// Why a submission was refused, by field.
public struct Problem: Sendable, Hashable {
    /// WordPress's error codes where it has one, and ours.
    public enum Code: String, Sendable, CaseIterable {
        case requireNameAndEmail = "require_name_email"
        case requireValidEmail = "require_valid_email"
        case requireValidComment = "require_valid_comment"
        case nameTooLong = "comment_author_column_length"
        case emailTooLong = "comment_author_email_column_length"
        case websiteTooLong = "comment_author_url_column_length"
        case bodyTooLong = "comment_content_column_length"
        case duplicate = "comment_duplicate"
        case flood = "comment_flood"
        case closed = "comment_closed"
        case threadNotFound = "comment_id_not_found"
        case invalidThread = "invalid_thread"
        case invalidDate = "invalid_date"
        case invalidEncoding = "invalid_encoding"
        case notAnObject = "not_an_object"
        case tooLarge = "too_large"
        case tooDeep = "too_deep"
        case duplicateKey = "duplicate_key"
        case wrongType = "wrong_type"
        case invalidJSON = "invalid_json"
        case undecodable = "undecodable"
        case invalidAction = "invalid_action"
    }

    public let code: String
    /// The submission's field in our words, such as `email`; empty where the whole item is meant.
    public let field: String
    /// One sentence that names the value, shortened, and the remedy; never a value of `email`, `ip`, `userAgent` or `authorToken`.
    public let message: String

    public init(_ code: Code, field: String, message: String) {
        self.init(code: code.rawValue, field: field, message: message)
    }

    public init(code: String, field: String, message: String) {
        self.code = code
        self.field = field
        self.message = message
    }
}
