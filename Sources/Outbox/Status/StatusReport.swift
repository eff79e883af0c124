import Comments

/// How the desk is doing: what `status.json`, `moderato.prom` and the status page tell. It holds no personal data.
public struct StatusReport: Sendable, Hashable {
    public var version: String
    /// When the figures were taken.
    public var at: Timestamp
    public var site: String
    public var counts: [Verdict: Int]
    public var threads: Int
    public var moderatorActions: Int
    public var backlog: Backlog
    /// When the comment was held that has waited longest for a moderator.
    public var oldestHeld: Timestamp?
    /// Submissions decided in the last hour and day.
    public var lastHour: Int
    public var lastDay: Int
    /// Submissions decided in each of the last 24 hours, the oldest first; empty where they were not counted.
    public var hours: [Int]
    public var lastRun: Run?
    public var lastError: Failure?
    public var classifier: Classifier
    /// Bytes free on the file system of the outbox.
    public var diskFree: Int64?

    /// What waits in the inbox.
    public struct Backlog: Sendable, Hashable {
        public var deliveries: Int
        public var bytes: Int64
        /// Since when the oldest has been waiting.
        public var oldest: Timestamp?

        public init(deliveries: Int = 0, bytes: Int64 = 0, oldest: Timestamp? = nil) {
            self.deliveries = deliveries
            self.bytes = bytes
            self.oldest = oldest
        }
    }

    public struct Run: Sendable, Hashable {
        public var finishedAt: Timestamp
        public var seconds: Double
        public var deliveries: Int
        public var comments: Int

        public init(finishedAt: Timestamp, seconds: Double, deliveries: Int, comments: Int) {
            self.finishedAt = finishedAt
            self.seconds = seconds
            self.deliveries = deliveries
            self.comments = comments
        }
    }

    public struct Failure: Sendable, Hashable {
        public var at: Timestamp
        /// Never quotes an e-mail or IP address.
        public var message: String

        public init(at: Timestamp, message: String) {
            self.at = at
            self.message = message
        }
    }

    /// What the classifier has learned and from where on it counts and acts.
    public struct Classifier: Sendable, Hashable {
        public var ham: Int
        public var spam: Int
        /// Comments of each kind that it needs before it counts.
        public var minLearned: Int
        public var holdAbove: Double
        public var spamAbove: Double
        public var discardAbove: Double

        public init(
            ham: Int = 0,
            spam: Int = 0,
            minLearned: Int = 50,
            holdAbove: Double = 0.7,
            spamAbove: Double = 0.98,
            discardAbove: Double = 1
        ) {
            self.ham = ham
            self.spam = spam
            self.minLearned = minLearned
            self.holdAbove = holdAbove
            self.spamAbove = spamAbove
            self.discardAbove = discardAbove
        }

        var thresholds: [(name: String, probability: Double)] {
            [("hold", holdAbove), ("spam", spamAbove), ("discard", discardAbove)]
        }

        /// Whether it has learned enough to count.
        public var counts: Bool { min(ham, spam) >= minLearned }
    }

    public init(
        version: String,
        at: Timestamp,
        site: String = "",
        counts: [Verdict: Int] = [:],
        threads: Int = 0,
        moderatorActions: Int = 0,
        backlog: Backlog = Backlog(),
        oldestHeld: Timestamp? = nil,
        lastHour: Int = 0,
        lastDay: Int = 0,
        hours: [Int] = [],
        lastRun: Run? = nil,
        lastError: Failure? = nil,
        classifier: Classifier = Classifier(),
        diskFree: Int64? = nil
    ) {
        self.version = version
        self.at = at
        self.site = site
        self.counts = counts
        self.threads = threads
        self.moderatorActions = moderatorActions
        self.backlog = backlog
        self.oldestHeld = oldestHeld
        self.lastHour = lastHour
        self.lastDay = lastDay
        self.hours = hours
        self.lastRun = lastRun
        self.lastError = lastError
        self.classifier = classifier
        self.diskFree = diskFree
    }

    public func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

    public var total: Int { counts.values.reduce(0, +) }

    /// Seconds since a moment; nil where there is none.
    func age(_ time: Timestamp?) -> Int64? { time.map { max(0, at.seconds - $0.seconds) } }
}
