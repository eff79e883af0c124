public import Comments
public import Spam

/// By what a comment is recognised among its neighbours: spam comes in many places at once.
public struct NeighbourQuery: Sendable {
    /// Canonical address of the comment's own thread, which does not count.
    public let thread: String
    /// Of the text; nil for one too short to be told apart.
    public let signature: Signature?
    /// Keys of the hosts that the text links to.
    public let hostKeys: [Int64]
    public let emailKey: Int64?
    /// Comments with nearly the same text count from here on.
    public let daysAgo: Timestamp
    /// Comments with the same hosts or e-mail count from here on.
    public let hourAgo: Timestamp
    /// And all count up to here: the time of submission, itself included.
    public let moment: Timestamp

    public init(thread: String, signature: Signature?, hostKeys: [Int64], emailKey: Int64?, moment: Timestamp) {
        self.thread = thread
        self.signature = signature
        self.hostKeys = hostKeys
        self.emailKey = emailKey
        self.moment = moment
        daysAgo = moment.adding(seconds: -3 * 86400)
        hourAgo = moment.adding(seconds: -3600)
    }

    init(_ analysis: Analysis) {
        self.init(
            thread: analysis.comment.thread.canonical,
            signature: analysis.spam.signature,
            hostKeys: analysis.hostKeys,
            emailKey: analysis.keys.email,
            moment: analysis.comment.submittedAt
        )
    }

    var isEmpty: Bool { signature == nil && hostKeys.isEmpty && emailKey == nil }
}
