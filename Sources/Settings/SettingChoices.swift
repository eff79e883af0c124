/// What is written for each approved comment besides feeds.
public enum OutboxItems: String, Sendable, CaseIterable {
    case files
    case threads
    case none
}

/// Who has a lasting public author key.
public enum AuthorKeys: String, Sendable, CaseIterable {
    case verified
    case all
    case none
}

/// What becomes of a comment that comes too soon after its author's last.
public enum FloodAnswer: String, Sendable, CaseIterable {
    case hold
    case reject
}

/// What becomes of a comment that was said before.
public enum DuplicateAnswer: String, Sendable, CaseIterable {
    case reject
    case spam
}

/// What becomes of a comment on a post that the site's feed does not list.
public enum UnknownThreadAnswer: String, Sendable, CaseIterable {
    case accept
    case hold
    case reject
}

/// How moderators hear of held comments.
public enum HeldNotice: String, Sendable, CaseIterable {
    case each
    case digest
    case off
}

/// The least severe message that is logged.
public enum LogLevel: String, Sendable, CaseIterable {
    case trace
    case debug
    case info
    case notice
    case warning
    case error
    case critical
}

public enum LogFormat: String, Sendable, CaseIterable {
    case text
    case json
}
