import Comments

extension StatusReport {
    /// `moderato.prom`: Prometheus's text format for the node exporter's textfile collector. Base units; counters end in `_total`.
    public func metrics() -> [UInt8] {
        var text = MetricsText()
        text.gauge("moderato_build_info", "Version of the program.", [("version", version)], "1")
        for (index, verdict) in Verdict.allCases.enumerated() {
            text.sample(
                "moderato_comments",
                "gauge",
                "Submissions in the ledger by today's verdict.",
                [("verdict", verdict.rawValue)],
                "\(count(verdict))",
                isFirst: index == 0
            )
        }
        text.gauge("moderato_threads", "Threads in the ledger.", [], "\(threads)")
        text.counter("moderato_moderator_actions_total", "What moderators have done.", [], "\(moderatorActions)")
        text.gauge("moderato_backlog_deliveries", "Deliveries waiting in the inbox.", [], "\(backlog.deliveries)")
        text.gauge("moderato_backlog_bytes", "Bytes waiting in the inbox.", [], "\(backlog.bytes)")
        text.gauge(
            "moderato_backlog_oldest_age_seconds",
            "How long the oldest delivery has waited; 0 where none waits.",
            [],
            "\(age(backlog.oldest) ?? 0)"
        )
        text.gauge(
            "moderato_held_oldest_age_seconds",
            "How long the oldest held comment has waited for a moderator; 0 where none waits.",
            [],
            "\(age(oldestHeld) ?? 0)"
        )
        text.gauge("moderato_decided_last_hour", "Submissions decided in the last hour.", [], "\(lastHour)")
        text.gauge("moderato_decided_last_day", "Submissions decided in the last day.", [], "\(lastDay)")
        if let lastRun {
            text.gauge(
                "moderato_last_run_timestamp_seconds",
                "When the last run ended.",
                [],
                MetricsText.seconds(lastRun.finishedAt)
            )
            text.gauge(
                "moderato_last_run_duration_seconds",
                "How long the last run took.",
                [],
                Millionths.text(Millionths.value(lastRun.seconds))
            )
            text.gauge(
                "moderato_last_run_deliveries",
                "Deliveries that the last run took in.",
                [],
                "\(lastRun.deliveries)"
            )
            text.gauge(
                "moderato_last_run_comments",
                "Submissions that the last run decided.",
                [],
                "\(lastRun.comments)"
            )
        }
        text.gauge(
            "moderato_last_error_timestamp_seconds",
            "When the last error happened; 0 where none is known.",
            [],
            lastError.map { MetricsText.seconds($0.at) } ?? "0"
        )
        for (index, learned) in [("ham", classifier.ham), ("spam", classifier.spam)].enumerated() {
            text.sample(
                "moderato_classifier_learned_comments",
                "gauge",
                "Comments that the classifier has learned from.",
                [("kind", learned.0)],
                "\(learned.1)",
                isFirst: index == 0
            )
        }
        text.gauge(
            "moderato_classifier_min_learned_comments",
            "Comments of each kind that the classifier needs before it counts.",
            [],
            "\(classifier.minLearned)"
        )
        for (index, threshold) in classifier.thresholds.enumerated() {
            text.sample(
                "moderato_classifier_threshold_ratio",
                "gauge",
                "Probability of spam above which a comment gets a verdict; 1 is never reached.",
                [("above", threshold.name)],
                Millionths.text(Millionths.value(threshold.probability)),
                isFirst: index == 0
            )
        }
        if let diskFree {
            text.gauge("moderato_disk_free_bytes", "Bytes free on the outbox's file system.", [], "\(diskFree)")
        }
        return text.bytes
    }
}

/// Prometheus's text exposition format, version 0.0.4.
struct MetricsText {
    private(set) var bytes: [UInt8] = []

    mutating func gauge(_ name: String, _ help: String, _ labels: [(String, String)], _ value: String) {
        sample(name, "gauge", help, labels, value)
    }

    mutating func counter(_ name: String, _ help: String, _ labels: [(String, String)], _ value: String) {
        sample(name, "counter", help, labels, value)
    }

    /// - Parameter isFirst: whether the metric begins here and its `# HELP` and `# TYPE` with it.
    mutating func sample(
        _ name: String,
        _ type: String,
        _ help: String,
        _ labels: [(String, String)],
        _ value: String,
        isFirst: Bool = true
    ) {
        if isFirst { bytes.append(contentsOf: "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n".utf8) }
        let pairs = labels.map { "\($0)=\"" + Self.escaped($1) + "\"" }.joined(separator: ",")
        bytes.append(contentsOf: "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(value)\n".utf8)
    }

    static func seconds(_ time: Timestamp) -> String {
        let millis = time.milliseconds - time.seconds * 1000
        return millis == 0 ? "\(time.seconds)" : Millionths.text(Int(time.milliseconds) * 1000)
    }

    private static func escaped(_ value: String) -> String {
        value.map { $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : $0.isNewline ? "\\n" : "\($0)" }.joined()
    }
}
