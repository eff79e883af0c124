/// Who wrote a comment, as they said.
public struct Author: Sendable, Hashable {
    public var name: String
    /// Private: it never leaves the ledger but in mail to its owner and the moderators, and in private exports.
    public var email: String?
    /// An http or https address.
    public var website: String?
    /// Private, as `email` is.
    public var ip: String?
    public var userAgent: String?
    public var referrer: String?
    /// Whether a valid author token proved the e-mail address.
    public var isVerified: Bool

    public init(
        name: String,
        email: String? = nil,
        website: String? = nil,
        ip: String? = nil,
        userAgent: String? = nil,
        referrer: String? = nil,
        isVerified: Bool = false
    ) {
        self.name = name
        self.email = email
        self.website = website
        self.ip = ip
        self.userAgent = userAgent
        self.referrer = referrer
        self.isVerified = isVerified
    }
}
