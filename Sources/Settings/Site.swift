/// A site's directory and the places in it.
public struct Site: Sendable, Hashable {
    /// Absolute, or relative to the working directory; without a slash at its end.
    public let root: String

    public init(_ root: String) {
        var root = root.isEmpty ? "." : root
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        self.root = root
    }

    public var settingsFile: String { path("moderato.yaml") }
    public var rules: String { path("Rules") }
    public var inbox: String { path("Inbox") }
    public var outbox: String { path("Outbox") }
    public var publicOutbox: String { path("Outbox/public") }
    public var rejected: String { path("Outbox/rejected") }
    public var mail: String { path("Outbox/mail") }
    public var status: String { path("Outbox/status") }
    /// Private.
    public var state: String { path("State") }
    /// The spam model; made anew from the ledger where it is missing.
    public var model: String { path("State/spam.model") }
    /// Weights and lists of the spam filter; need not exist.
    public var spamRules: String { path("Rules/spam") }
    /// Overrides of the built-in templates; need not exist.
    public var templates: String { path("Templates") }

    /// A path of the settings: relative to the site, or absolute.
    public func path(_ relative: String) -> String {
        relative.hasPrefix("/") ? relative : root + "/" + relative
    }
}
