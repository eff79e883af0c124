import Foundation
import Testing

@Suite("The same in, the same out")
struct DeterminismTests {
    /// Deliveries of every kind, with replies, duplicates, held words and odd bodies.
    private static func fill(_ site: TemporarySite) throws {
        try site.write("tombola\n", to: "Rules/words/moderate.txt")
        try site.write("lottery\n", to: "Rules/words/block.txt")
        var lines: [Data] = []
        for number in 0..<400 {
            var fields: [String: Any] = [
                "thread": "2025/post-\(number % 7)",
                "submittedAt": "2025-03-01T\(10 + number / 60):\(10 + number % 50):00Z",
                "body": number % 13 == 0
                    ? "A tombola \(number)"
                    : number % 29 == 0 ? "A lottery" : "Text <b>\(number)</b> https://x.example/\(number)",
            ]
            if number % 5 == 4 { fields["parent"] = "d\(number - 7)" }
            if number % 17 == 3 { fields["body"] = "Said before." }
            if number % 17 == 3 { fields["email"] = "same@readers.example" }
            if number % 17 == 3 { fields["name"] = "Same" }
            if number % 4 == 0 {
                try site.drop("d\(number)", fields)
            } else {
                lines.append(try TemporarySite.comment("d\(number)", fields))
            }
            if lines.count == 90 {
                try site.drop("many-\(number).ndjson", TemporarySite.lines(lines))
                lines = []
            }
        }
        try site.drop("rest.ndjson", TemporarySite.lines(lines))
        try site.drop("bad.json", "{")
    }

    /// What decisions and public files are, with the moments of this run taken out of both.
    private static func results(_ site: TemporarySite) throws -> [String: String] {
        var results = ["list": try site.start(["list", "--json"]).wait().output]
        for (name, bytes) in try site.files("Outbox/public") { results[name] = String(decoding: bytes, as: UTF8.self) }
        return results.mapValues { $0.replacing(/20[0-9-]{8}T[0-9:.]{8,12}Z/, with: { moment(String($0.output)) }) }
            .mapValues {
                $0.replacing(/[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} (GMT|\+0000)/, with: "DATE")
            }
    }

    /// Times of the comments stay; the time of the run goes.
    private static func moment(_ text: String) -> String { text.hasPrefix("2025-03-01T") ? text : "NOW" }

    @Test(
        "one, two and more cores and every batch size give the same decisions and the same public files",
        arguments: [
            (cores: "0", batch: "512"), (cores: "0,1", batch: "512"), (cores: "0,1", batch: "64"),
            (cores: "0,1", batch: "1"),
        ]
    )
    func cores(cores: String, batch: String) throws {
        let reference = try TemporarySite()
        try Self.fill(reference)
        try reference.drain()
        let site = try TemporarySite()
        try FileManager.default.removeItem(atPath: site.path("State"))
        try FileManager.default.createDirectory(
            atPath: site.path("State"),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try FileManager.default.copyItem(atPath: reference.path("State/secret"), toPath: site.path("State/secret"))
        try Self.fill(site)
        let available = ProcessInfo.processInfo.activeProcessorCount
        let set = available > 1 ? cores : "0"
        try site.drain(
            environment: ["MODERATO_BATCH": batch, "MODERATO_CORES": "\(set.split(separator: ",").count)"],
            through: ["/usr/bin/taskset", "--cpu-list", set]
        )

        let expected = try Self.results(reference)
        let found = try Self.results(site)
        #expect(expected.keys.sorted() == found.keys.sorted())
        for (name, text) in expected where found[name] != text { Issue.record("\(name) differs") }
        #expect(try reference.rows().count == 401)
    }
}
