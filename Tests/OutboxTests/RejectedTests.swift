import Comments
import Digests
import JSON
import Testing

@testable import Outbox

@Suite("What was refused")
struct RejectedTests {
    /// A report whose bytes are taken after each refusal.
    private static func report(_ delivery: String, _ refused: [StoredComment], isWhole: Bool) -> [UInt8] {
        var report = RejectedReport(delivery, isWhole: isWhole)
        var bytes: [UInt8] = []
        for item in refused {
            report.add(item)
            bytes += report.take()
            #expect(report.size == 0)
        }
        return bytes + report.finish()
    }

    @Test("every problem of every refused item is listed, in the delivery's order")
    func items() throws {
        let items = [1, 4].map { number in
            var stored = Desk.comment(number)
            stored.decision = Decision(
                verdict: .rejected,
                problems: [
                    Problem(.requireValidComment, field: "body", message: "the body is blank; write a text"),
                    Problem(.invalidDate, field: "submittedAt", message: "'x' is no date; use RFC 3339"),
                ]
            )
            return stored
        }
        let bytes = Self.report("a.ndjson", items, isWhole: false)
        let json = try JSONValue(parsing: bytes)
        #expect(json["delivery"]?.string == "a.ndjson")
        #expect(json["problems"]?.array == [])
        #expect(json["items"]?.array?.map { $0["index"]?.int } == [1, 4])
        #expect(
            json["items"]?[0]?["problems"]?.array?.map { $0["code"]?.string } == [
                "require_valid_comment", "invalid_date",
            ]
        )
        #expect(json["items"]?[0]?["problems"]?[0]?.members?.map(\.key) == ["code", "field", "message"])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("private.example"))
    }

    @Test("a delivery that can't be decoded has a problem and no items")
    func whole() throws {
        let problem = Problem(.invalidJSON, field: "", message: "byte 9: the JSON ends too early")
        var row = Desk.comment(0)
        row.decision = Decision(verdict: .rejected, problems: [problem])
        let json = try JSONValue(parsing: Self.report("b.json", [row], isWhole: true))
        #expect(json["problems"]?[0]?["code"]?.string == "invalid_json")
        #expect(json["items"]?.array == [])
    }

    @Test(
        "a delivery's name never leads out of the folder",
        arguments: [
            "../../etc/passwd", "", ".", "..", ".hidden", "a\nb.json", "a/b", String(repeating: "ü", count: 200),
            "\u{202E}x",
        ]
    )
    func names(delivery: String) {
        let path = OutboxPaths.rejected(delivery)
        let name = path.dropFirst("rejected/".count)
        #expect(path.hasPrefix("rejected/") && path.hasSuffix(".json"))
        #expect(!name.contains("/") && !name.hasPrefix(".") && name.utf8.count <= 255)
        #expect(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test("a usual name is kept, a second delivery of that name gets its own")
    func plainNames() {
        #expect(OutboxPaths.rejected("2026 März.json") == "rejected/2026 März.json.json")
        let key = SHA256.digest("x")
        #expect(OutboxPaths.rejected("a.json", key: key) == "rejected/a.json~\(key.hex(4)).json")
    }
}
