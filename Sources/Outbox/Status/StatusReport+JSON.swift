import Comments
import JSON

extension StatusReport {
    /// `status.json`: one object; times in RFC 3339, ages and durations in seconds, sizes in bytes, rates as counts of the time
    /// they name. What is unknown is absent.
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("version", version)
            json.field("at", at.description)
            json.key("comments")
            json.object { json in
                for verdict in Verdict.allCases { json.field(named: verdict.rawValue, count(verdict)) }
            }
            json.field("threads", threads)
            json.field("moderatorActions", moderatorActions)
            json.key("backlog")
            json.object { json in
                json.field("deliveries", backlog.deliveries)
                json.field("bytes", Int(backlog.bytes))
                json.field("oldestSeconds", age(backlog.oldest).map(Int.init))
            }
            json.key("held")
            json.object { json in
                json.field("comments", count(.held))
                json.field("oldestSeconds", age(oldestHeld).map(Int.init))
            }
            json.key("rates")
            json.object { json in
                json.field("lastHour", lastHour)
                json.field("lastDay", lastDay)
            }
            if let lastRun { json.run(lastRun) }
            if let lastError {
                json.key("lastError")
                json.object { json in
                    json.field("at", lastError.at.description)
                    json.field("message", lastError.message)
                }
            }
            json.classifier(classifier)
            json.field("diskFreeBytes", diskFree.map(Int.init))
        }
        json.newline()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func run(_ run: StatusReport.Run) {
        key("lastRun")
        object { json in
            json.field("finishedAt", run.finishedAt.description)
            json.key("seconds")
            json.raw(Millionths.text(Millionths.value(run.seconds)))
            json.field("deliveries", run.deliveries)
            json.field("comments", run.comments)
        }
    }

    fileprivate mutating func classifier(_ classifier: StatusReport.Classifier) {
        key("classifier")
        object { json in
            json.field("ham", classifier.ham)
            json.field("spam", classifier.spam)
            json.field("minLearned", classifier.minLearned)
            json.field("counts", classifier.counts)
            for threshold in classifier.thresholds {
                json.key(named: threshold.name + "Above")
                json.raw(Millionths.text(Millionths.value(threshold.probability)))
            }
        }
    }
}
