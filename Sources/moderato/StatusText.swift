import Comments
import Outbox

/// A status report for a person at a terminal.
struct StatusText {
    let text: String

    init(_ report: StatusReport) {
        var lines: [String] = []
        func add(_ name: String, _ value: String) {
            lines.append(name + String(repeating: " ", count: max(1, 12 - name.count)) + value)
        }
        if !report.site.isEmpty { add("site", report.site) }
        add("comments", Verdict.allCases.map { "\(report.count($0)) \($0.rawValue)" }.joined(separator: ", "))
        add("threads", "\(report.threads)")
        let since = report.backlog.oldest.map { ", the oldest since \($0)" } ?? ""
        add("inbox", "\(report.backlog.deliveries) waiting\(since)")
        if let oldest = report.oldestHeld { add("queue", "held since \(oldest)") }
        add("decided", "\(report.lastHour) in the last hour, \(report.lastDay) in the last day")
        let spam = report.classifier
        add(
            "classifier",
            "\(spam.spam) spam and \(spam.ham) good comments learnt; "
                + (spam.counts
                    ? "holds above \(spam.holdAbove), spam above \(spam.spamAbove)"
                    : "counts from \(spam.minLearned) of each on")
        )
        if let run = report.lastRun {
            add("last run", "\(run.finishedAt), \(run.comments) comments in \(run.seconds) s")
        }
        if let error = report.lastError { add("last error", "\(error.at): \(error.message)") }
        if let free = report.diskFree { add("disk", "\(free >> 20) MiB free") }
        text = lines.joined(separator: "\n")
    }
}
