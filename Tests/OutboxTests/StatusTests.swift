import Comments
import JSON
import Testing

@testable import Outbox

@Suite("Status")
struct StatusTests {
    private static let now = Timestamp(seconds: 1_772_400_000)

    private static let report = StatusReport(
        version: "1.2.3",
        at: now,
        site: "Harbour <Libraries>",
        counts: [.approved: 7, .held: 2, .spam: 3],
        threads: 4,
        moderatorActions: 5,
        backlog: StatusReport.Backlog(deliveries: 1, bytes: 2048, oldest: now.adding(seconds: -90)),
        oldestHeld: now.adding(seconds: -90000),
        lastHour: 6,
        lastDay: 11,
        hours: Array(0..<24),
        lastRun: StatusReport.Run(finishedAt: now, seconds: 0.25, deliveries: 1, comments: 1),
        lastError: StatusReport.Failure(at: now, message: "Rules/a.yaml:1:1: <unknown>"),
        classifier: StatusReport.Classifier(ham: 60, spam: 50),
        diskFree: 5 << 30
    )

    @Test("status.json holds the figures, ages in seconds")
    func json() throws {
        let json = try JSONValue(parsing: Self.report.json())
        #expect(json["version"]?.string == "1.2.3")
        #expect(json["comments"]?.members?.map(\.key) == ["approved", "held", "spam", "trashed", "rejected"])
        #expect(json["comments"]?["trashed"]?.int == 0)
        #expect(json["backlog"]?["oldestSeconds"]?.int == 90)
        #expect(json["held"]?["oldestSeconds"]?.int == 90000)
        #expect(json["rates"]?["lastDay"]?.int == 11)
        #expect(json["lastRun"]?["seconds"]?.double == 0.25)
        #expect(json["classifier"]?["counts"]?.bool == true)
        #expect(json["diskFreeBytes"]?.int == 5 << 30)
    }

    @Test("what is unknown is absent")
    func empty() throws {
        let json = try JSONValue(parsing: StatusReport(version: "1", at: Self.now).json())
        for key in ["lastRun", "lastError", "diskFreeBytes"] { #expect(json[key] == nil) }
        #expect(json["backlog"]?["oldestSeconds"] == nil)
        #expect(json["classifier"]?["counts"]?.bool == false)
    }

    @Test("metrics are well-formed: each has help and type once, and counters alone end in _total")
    func metrics() throws {
        var types: [String: String] = [:]
        var samples: [String: String] = [:]
        for line in String(decoding: Self.report.metrics(), as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3).map(String.init)
            if line.hasPrefix("# TYPE") {
                #expect(types.updateValue(words[3], forKey: words[2]) == nil)
            } else if !line.hasPrefix("#") {
                let place = try #require(line.lastIndex(of: " "))
                samples[String(line[..<place])] = String(line[place...].dropFirst())
                let name = String(line.prefix { $0 != "{" && $0 != " " })
                #expect(types[name] != nil)
                #expect(Double(line[place...].dropFirst()) != nil)
            }
        }
        for (name, type) in types { #expect((type == "counter") == name.hasSuffix("_total")) }
        #expect(samples["moderato_comments{verdict=\"held\"}"] == "2")
        #expect(samples["moderato_held_oldest_age_seconds"] == "90000")
        #expect(samples["moderato_last_run_duration_seconds"] == "0.25")
    }

    @Test("the page escapes what it shows, has no script, and its charts say what they show")
    func page() {
        let page = String(decoding: Self.report.html(), as: UTF8.self)
        #expect(page.contains("Harbour &lt;Libraries&gt;") && page.contains("1: &lt;unknown&gt;"))
        #expect(!page.contains("<script") && !page.contains("http"))
        #expect(page.contains("2 comments wait for a moderator, the oldest for 1 d 1 h. 1 file in the inbox."))
        #expect(page.contains("aria-label=\"approved 7, held 2, spam 3, trashed 0, rejected 0\""))
        #expect(page.contains("5.0 GiB"))
    }

    @Test(
        "durations in two units",
        arguments: [(0, "0 s"), (59, "59 s"), (60, "1 min"), (3661, "1 h 1 min"), (90000, "1 d 1 h"), (86400, "1 d")]
    )
    func durations(seconds: Int64, text: String) {
        #expect(StatusReport.duration(seconds) == text)
    }
}
