import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// A delivery that cannot be used, and the code of its one problem where the contract names one.
    struct Bad: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let name: String
        let bytes: Data
        var code: String?

        init(_ description: String, _ name: String, _ bytes: Data, code: String? = nil) {
            testDescription = description
            self.name = name
            self.bytes = bytes
            self.code = code
        }

        init(_ description: String, _ name: String, _ text: String, code: String? = nil) {
            self.init(description, name, Data(text.utf8), code: code)
        }
    }

    private static func latin1(_ text: String) -> Data { text.data(using: .isoLatin1)! }

    static let undecodable = [
        Bad("an empty file", "empty.json", ""),
        Bad("an empty form", "empty.form", ""),
        Bad("bytes of 0xFF", "ff.json", Data(repeating: 0xFF, count: 4096)),
        Bad("truncated JSON", "cut.json", #"{"thread":"2025/post","name":"A","body":"Hal"#),
        Bad("a broken array", "array.json", #"[{"thread":"2025/post"},"#),
        Bad("text after the object", "after.json", #"{"thread":"2025/post"} and more"#),
        Bad("nesting of 100,000", "deep.json", String(repeating: "[", count: 100_000)),
        Bad("objects nested 100,000 deep", "deeper.json", String(repeating: #"{"a":"#, count: 100_000)),
        Bad("nesting of 1,000", "thousand.json", String(repeating: #"{"a":"#, count: 1_000), code: "too_deep"),
        Bad(
            "an array of a million and one",
            "million.json",
            "[" + String(repeating: "1,", count: 1_000_000) + "1]",
            code: "too_large"
        ),
        Bad(
            "a multipart form without end",
            "cut.form",
            "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nnever ends"
        ),
    ]

    @Test(
        "a delivery that cannot be decoded is put aside with its reason, and its neighbour goes on",
        arguments: undecodable
    )
    func putAside(bad: Bad) throws {
        let site = try TemporarySite()
        try site.drop(bad.name, bad.bytes)
        try site.drop("good")
        let summary = try site.drain()
        #expect(summary.approved == 1)
        #expect(summary.rejected == 1)
        let row = try #require(try site.rows().first { $0.verdict == "rejected" })
        #expect(row.delivery == bad.name)
        #expect(row.thread == nil)
        let problem = try #require(row.problems?.first)
        #expect(row.problems?.count == 1)
        #expect(!problem.message.isEmpty)
        if let code = bad.code { #expect(problem.code == code) }
        let kept = try site.files("Outbox/rejected")
        #expect(kept.values.contains(bad.bytes), "the file itself is kept")
        #expect(kept.keys.contains { $0 != bad.name && $0.hasSuffix(".json") }, "with the reason beside it")
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }

    /// Deliveries that decode to one submission, which is refused.
    static let spoiled = [
        Bad("bytes of 0xFF in a form", "ff.form", Data(repeating: 0xFF, count: 4096), code: "invalid_thread"),
        Bad(
            "a closed nesting of 100,000",
            "closed.json",
            String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
            code: "too_deep"
        ),
        Bad(
            "a Latin-1 file",
            "latin.json",
            latin1(#"{"thread":"2025/post","name":"J\#u{FC}rg","email":"j@x.example","body":"Gr\#u{FC}ezi"}"#),
            code: "invalid_encoding"
        ),
        Bad(
            "overlong UTF-8",
            "overlong.json",
            Data(#"{"thread":"2025/post","name":"A","email":"a@x.example","body":""#.utf8) + [0xC0, 0xAF]
                + Data(#""}"#.utf8),
            code: "invalid_encoding"
        ),
        Bad(
            "a lone surrogate",
            "surrogate.json",
            #"{"thread":"2025/post","name":"A","email":"a@x.example","body":"a\ud800b"}"#,
            code: "invalid_encoding"
        ),
        Bad(
            "duplicate keys",
            "twice.json",
            #"{"thread":"2025/post","name":"A","email":"a@x.example","body":"one","body":"two"}"#,
            code: "duplicate_key"
        ),
    ]

    @Test("a submission spoilt in its bytes is refused with the reason, and its neighbour goes on", arguments: spoiled)
    func spoilt(bad: Bad) throws {
        let site = try TemporarySite()
        try site.drop(bad.name, bad.bytes)
        try site.drop("good")
        try site.drain()
        let row = try #require(try site.rows().first { $0.verdict == "rejected" })
        #expect(row.delivery == bad.name)
        #expect(row.codes.contains(bad.code ?? ""), "\(row.problems ?? [])")
        #expect(try site.row(sender: "good").verdict == "approved")
        #expect(try site.inbox() == [])
        try site.verifyOutbox()
    }

    /// Submissions that decode and are refused, with the field of a problem.
    static let refused: [(what: String, json: String, field: String)] = [
        ("a number for a body", #"{"thread":"2025/post","name":"A","email":"a@x.example","body":12}"#, "body"),
        ("a list for a name", #"{"thread":"2025/post","name":["A"],"email":"a@x.example","body":"x"}"#, "name"),
        ("an object for an e-mail", #"{"thread":"2025/post","name":"A","email":{"a":1},"body":"x"}"#, "email"),
        (
            "header injection in an e-mail",
            #"{"thread":"2025/post","name":"A","email":"a@x.example\r\nBcc: v@x.example","body":"x"}"#, "email"
        ),
        ("no thread", #"{"name":"A","email":"a@x.example","body":"x"}"#, "thread"),
        (
            "a thread that is no address",
            #"{"thread":"javascript:alert(1)","name":"A","email":"a@x.example","body":"x"}"#, "thread"
        ),
        (
            "a date that is none",
            #"{"thread":"2025/post","name":"A","email":"a@x.example","body":"x","submittedAt":"yesterday"}"#,
            "submittedAt"
        ),
        (
            "a body too long",
            #"{"thread":"2025/post","name":"A","email":"a@x.example","body":""# + String(repeating: "x", count: 65_526)
                + #""}"#, "body"
        ),
        (
            "a name too long",
            #"{"thread":"2025/post","name":""# + String(repeating: "x", count: 246)
                + #"","email":"a@x.example","body":"x"}"#, "name"
        ),
        (
            "nothing but invisible characters",
            #"{"thread":"2025/post","name":"A","email":"a@x.example","body":"\u200b\u00a0\u2060"}"#, "body"
        ),
    ]

    @Test("a submission that is wrong is refused with the field named, its neighbours go on", arguments: refused)
    func refuse(what: String, json: String, field: String) throws {
        let site = try TemporarySite()
        try site.drop(
            "mixed.ndjson",
            try TemporarySite.lines([TemporarySite.comment("before"), Data(json.utf8), TemporarySite.comment("after")])
        )
        try site.drain()
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "rejected", "approved"])
        let problems = try #require(rows[1].problems)
        #expect(problems.contains { $0.field == field }, "\(problems)")
        #expect(problems.allSatisfy { !$0.message.isEmpty && $0.message.utf8.count < 1000 })
        #expect(!problems.contains { $0.field == "email" && $0.message.contains("x.example") })
        try site.verifyOutbox()
    }

    /// Odd but readable: a comment must come of it, and everything public must stay valid.
    static let odd: [(what: String, fields: String, part: String)] = [
        ("NUL and control characters", #""body":"a\u0000b\u0007c""#, "abc"),
        ("a name with a newline and controls", #""body":"x","name":"Eve\r\nBcc:\u0000 all""#, "Eve Bcc: all"),
        ("a byte-order mark in the text", #""body":"\ufeffmarked""#, "marked"),
        ("bidirectional controls", #""body":"a\u202eb""#, "b"),
        ("an enormous integer", #""body":"x","count":123456789012345678901234567890"#, "x"),
        ("an integer id", #""body":"x","id":17"#, "x"),
    ]

    @Test("what is odd but readable becomes a comment, and what is public stays valid", arguments: odd)
    func accept(what: String, fields: String, part: String) throws {
        let site = try TemporarySite()
        var json = #"{"thread":"2025/post",\#(fields)"#
        if !fields.contains(#""name""#) { json += #","name":"Ann""# }
        try site.drop("odd.json", json + #","email":"ann@readers.example"}"#)
        try site.drain()
        let row = try #require(try site.rows().first)
        #expect(row.verdict == "approved", "\(row.codes)")
        let item = try site.object("Outbox/public/comments/2025/post/\(row.id).json")
        let text = "\(item["text"] ?? "") \((item["author"] as? [String: Any])?["name"] ?? "")"
        #expect(text.contains(part), "\(text)")
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
        try site.verifyOutbox()
    }

    @Test("a byte-order mark before a delivery is no error")
    func byteOrderMark() throws {
        let site = try TemporarySite()
        try site.drop("bom.json", Data([0xEF, 0xBB, 0xBF]) + TemporarySite.comment("bom"))
        try site.drain()
        #expect(try site.row(sender: "bom").verdict == "approved")
    }

    @Test(
        "a bad line of NDJSON has a row of its own, and the rest goes on",
        arguments: ["{", "null", "[1]", "\u{1}", "{\"thread\":\"2025/post\",}"]
    )
    func badLine(line: String) throws {
        let site = try TemporarySite()
        try site.drop(
            "s.ndjson",
            try TemporarySite.lines([TemporarySite.comment("a"), Data(line.utf8), TemporarySite.comment("b")])
        )
        try site.drain()
        #expect(try site.rows().map(\.verdict) == ["approved", "rejected", "approved"])
        try site.verifyOutbox()
    }

    @Test("a line of 300 MB is refused in bounded memory, and the rest goes on", .timeLimit(.minutes(15)))
    func hugeLine() throws {
        let site = try TemporarySite()
        let name = site.path("Inbox/.huge")
        try TemporarySite.lines([TemporarySite.comment("a")]).write(to: URL(fileURLWithPath: name))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: name))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"thread":"2025/post","body":""#.utf8))
        let chunk = Data(repeating: 0x61, count: 1 << 20)
        for _ in 0..<300 { try file.write(contentsOf: chunk) }
        try file.write(contentsOf: Data("\"}\n".utf8) + TemporarySite.lines([TemporarySite.comment("b")]))
        try file.close()
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_760_000_000)],
            ofItemAtPath: name
        )
        #expect(rename(name, site.path("Inbox/huge.ndjson")) == 0)

        // 200 MB of address space for data is far from the line's size.
        try site.drain(through: ["/usr/bin/prlimit", "--data=\(200 << 20)"])
        let rows = try site.rows()
        #expect(rows.map(\.verdict) == ["approved", "rejected", "approved"])
        #expect(rows.first { $0.verdict == "rejected" }?.codes == ["too_large"])
    }

    @Test("any number of refused items is reported in bounded memory", .timeLimit(.minutes(15)))
    func manyRefusals() throws {
        let site = try TemporarySite()
        let count = 150_000
        try site.drop("many.json", "[" + String(repeating: "1,", count: count - 1) + "1]")
        try site.drain(through: ["/usr/bin/prlimit", "--data=\(200 << 20)"])
        let report = try site.object("Outbox/rejected/many.json.json")
        let items = try #require(report["items"] as? [[String: Any]])
        #expect(items.compactMap { $0["index"] as? Int } == Array(0..<count))
        try site.verifyOutbox()
        try site.write(site.read("Outbox/rejected/many.json.json") + "x", to: "Outbox/rejected/many.json.json")
        let outcome = try site.run("outbox", "verify")
        #expect(outcome.status == 1 && outcome.output == "different: rejected/many.json.json\n")
    }

    @Test("a list tells how many problems a submission has, and then the first")
    func problemsInList() throws {
        let site = try TemporarySite()
        try site.drop("two.json", #"{"thread":"2025/post","name":"Ada"}"#)
        try site.drop("one.json", #"{"thread":"2025/post","name":"Ada","email":"a@x.example"}"#)
        try site.drain()
        let list = try site.run("list").output
        #expect(
            list.contains(
                "  2 problems: The e-mail address is missing or blank; fill in name and e-mail address. The body"
            )
        )
        #expect(list.contains("  The body is missing or blank; write a comment."))
    }

    @Test("an item over limits.item is refused, in an array and as a file")
    func largeItem() throws {
        let site = try TemporarySite("limits: {item: 2KiB}\n")
        try site.drop("large", ["body": String(repeating: "x", count: 3000)])
        try site.drop("good")
        try site.drain()
        #expect(try site.rows().map(\.verdict).sorted() == ["approved", "rejected"])
        #expect(try site.rows("--verdict", "rejected").first?.codes == ["too_large"])
    }
}
