import Comments
import JSON

/// What one run did.
public struct RunSummary: Sendable, Equatable {
    public var deliveries = 0
    /// Submissions that were recorded, rejected ones among them.
    public var comments = 0
    public var verdicts: [Verdict: Int] = [:]
    /// Deliveries that were known already and only removed.
    public var redelivered = 0
    /// Moderators' actions that took effect.
    public var actions = 0
    /// Files left in the inbox: too young, partial or odd.
    public var waiting = 0
    /// Of these, files whose writer may not be done.
    public var unfinished = 0
    public var seconds = 0.0

    public init() {}

    public mutating func count(_ verdict: Verdict) {
        comments += 1
        verdicts[verdict, default: 0] += 1
    }

    public mutating func add(_ other: RunSummary) {
        deliveries += other.deliveries
        comments += other.comments
        verdicts.merge(other.verdicts, uniquingKeysWith: +)
        redelivered += other.redelivered
        actions += other.actions
        waiting += other.waiting
        unfinished += other.unfinished
        seconds += other.seconds
    }

    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.field("deliveries", deliveries)
            json.field("comments", comments)
            for verdict in Verdict.allCases { json.field(named: verdict.rawValue, verdicts[verdict, default: 0]) }
            json.field("redelivered", redelivered)
            json.field("actions", actions)
            json.field("waiting", waiting)
            json.key("seconds")
            json.raw(Millionths.text(Int((seconds * 1000).rounded()) * 1000))
        }
        return json.text
    }

    /// One line for a log or a person.
    public var line: String {
        let parts = Verdict.allCases.compactMap { verdict in
            verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
        }
        var line =
            "\(comments) comment\(comments == 1 ? "" : "s") in \(deliveries) deliver\(deliveries == 1 ? "y" : "ies")"
        if !parts.isEmpty { line += ": " + parts.joined(separator: ", ") }
        if redelivered > 0 { line += "; \(redelivered) known already" }
        if actions > 0 { line += "; \(actions) action\(actions == 1 ? "" : "s")" }
        if waiting > 0 { line += "; \(waiting) left waiting" }
        return line
    }
}
