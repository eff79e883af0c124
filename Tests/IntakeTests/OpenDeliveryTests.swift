import Comments
import Foundation
import Settings
import Testing

@testable import Intake

@Suite("Taking deliveries apart")
struct OpenDeliveryTests {
    private func items(
        _ name: String,
        _ bytes: some Sequence<UInt8>,
        limits: Settings.Limits = Settings().limits,
        batch: Int = 3
    ) throws -> [String] {
        let inbox = try TemporaryInbox()
        inbox.limits = limits
        try inbox.drop(name, bytes)
        var open = try inbox.open().get()
        var texts: [String] = []
        while !open.isFinished {
            for item in try open.next(limit: batch) {
                #expect(item.index == texts.count)
                texts.append(item.text)
            }
        }
        return texts
    }

    private func refusal(
        _ name: String,
        _ bytes: some Sequence<UInt8>,
        limits: Settings.Limits = Settings().limits
    ) throws -> Problem {
        let inbox = try TemporaryInbox()
        inbox.limits = limits
        try inbox.drop(name, bytes)
        guard case .failure(let refusal) = try inbox.open() else {
            Issue.record("not refused")
            return Problem(code: "", field: "", message: "")
        }
        #expect(refusal.refusal(keys: SiteKeys(secret: [1])).problems == [refusal.problem])
        return refusal.problem
    }

    @Test(
        "each kind gives its items",
        arguments: [
            ("a.json", "{\"a\":1}", ["{\"a\":1}"]),
            ("a.json", "\u{FEFF}{\"a\":1}\n", ["{\"a\":1}\n"]),
            ("a.json", " [ ] ", []),
            (
                "a.json", "[{\"a\":\"]},\\\"\"}, [1,[2]],3 , \"x\",null]\n",
                ["{\"a\":\"]},\\\"\"}", "[1,[2]]", "3", "\"x\"", "null"]
            ),
            ("a.ndjson", "{\"a\":1}\n\n \r\n{\"b\":2}\r\n[3]", ["{\"a\":1}", "{\"b\":2}\r", "[3]"]),
            ("a.jsonl", "broken\n{}\n", ["broken", "{}"]),
            ("a.JSON", "{}", ["{}"]),
            ("a.ndjson", "\u{FEFF}{\"a\":1}\n{\"b\":2}\n", ["{\"a\":1}", "{\"b\":2}"]),
            ("a.form", "name=a&body=b", ["name=a&body=b"]),
            ("noname", "{\"a\":1}\n{\"b\":2}\n", ["{\"a\":1}", "{\"b\":2}"]),
            ("noname", "{\"a\":\n{}}\n", ["{\"a\":\n{}}\n"]),
            ("noname", "[{}]", ["{}"]),
            ("noname", "body=x&name=y", ["body=x&name=y"]),
        ]
    )
    func kinds(name: String, text: String, expected: [String]) throws {
        #expect(try items(name, text.utf8) == expected)
        #expect(try items(name, text.utf8, batch: 1) == expected)
    }

    @Test(
        "the first bytes tell feeds and mail",
        arguments: [
            ("<?xml version=\"1.0\"?><rss/>", DeliveryKind.feed), ("From: a\nSubject: b\n\napprove", .mail),
            ("\n<feed/>", .feed), ("--x\r\n", .form), ("Received: from a=b", .mail), ("hello world", nil),
            ("\u{1}", nil), ("\"a\"", nil),
        ]
    )
    func sniffing(text: String, kind: DeliveryKind?) {
        #expect(DeliveryKind(firstBytes: Array(text.utf8)) == kind)
    }

    @Test("feeds are read in pieces")
    func chunks() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.xml", "<rss/>")
        var open = try inbox.open().get()
        #expect(open.delivery.kind == .feed)
        #expect(try open.chunk(at: 3, count: 2) == Array("s/".utf8))
        #expect(try open.chunk(at: 6).isEmpty)
        #expect(try open.next(limit: 5).isEmpty)
        #expect(open.isFinished)
    }

    @Test("mail is one item")
    func mail() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.eml", "From: a@b.example\n\napprove\n")
        var open = try inbox.open().get()
        #expect(open.delivery.kind == .mail)
        #expect(try open.next(limit: 5).map(\.text) == ["From: a@b.example\n\napprove\n"])
        #expect(try open.next(limit: 5).isEmpty)
    }

    @Test(
        "what cannot be decoded at all is one refusal that says why",
        arguments: [
            ("a.json", "", "undecodable"), ("a.ndjson", "", "undecodable"), ("a.form", "", "undecodable"),
            ("a", "", "undecodable"),
            ("a.ndjson", "\n \n", "undecodable"), ("a", "hello", "undecodable"), ("a", "Note: hello", "undecodable"),
            ("a.eml", "approve", "undecodable"), ("a.eml", "Subject: a\n\napprove", "undecodable"),
            ("a.json", "{\"a\":1", "invalid_json"), ("a.json", "{\"a\":1} {\"b\":2}", "invalid_json"),
            ("a.json", "nul", "invalid_json"),
            ("a.json", "[{\"a\":1},{\"b\":2}", "invalid_json"), ("a.json", "[{}{}]", "invalid_json"),
            ("a.json", "[{},]", "invalid_json"),
            ("a.json", "[,]", "invalid_json"), ("a.json", "[{}]]", "invalid_json"),
            ("a.json", "[{\"a\"}]", "invalid_json"),
            ("a.json", "[{]}", "invalid_json"), ("a.json", "[{}}]", "invalid_json"), ("a.json", "[\"a", "invalid_json"),
            ("a.json", "[", "invalid_json"),
            ("a.json", "[1", "invalid_json"), ("a.json", "[tru]", "invalid_json"),
            ("a.json", "\"text\"", "not_an_object"), ("a.json", "17", "not_an_object"),
            ("a.form", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb", "undecodable"),
        ]
    )
    func refused(name: String, text: String, code: String) throws {
        let problem = try refusal(name, text.utf8)
        #expect(problem.code == code)
        #expect(problem.message.hasSuffix("."))
    }

    @Test("bytes that are not UTF-8 are told")
    func invalidEncoding() throws {
        #expect(try refusal("a.json", [0xFF, 0xFF, 0xFF]).code == "invalid_encoding")
    }

    @Test("nesting of 100,000 is refused, alone where it stands in an array")
    func depth() throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(try refusal("a.json", ("{\"a\":" + deep + "}").utf8).code == "too_deep")
        #expect(try refusal("a.json", String(repeating: "[", count: 100_000).utf8).code == "invalid_json")
        #expect(try items("a.json", "[\(deep),{}]".utf8) == [deep, "{}"])
    }

    @Test("an item over the limit is passed over, in lines and in arrays; its neighbours are not")
    func tooLarge() throws {
        let long = "{\"a\":\"" + String(repeating: "x", count: 3_000_000) + "\"}"
        #expect(try items("a.ndjson", "{}\n\(long)\n[1]\n".utf8) == ["{}", "<\(long.utf8.count)>", "[1]"])
        #expect(try items("a.ndjson", "{}\n\(long)".utf8) == ["{}", "<\(long.utf8.count)>"])
        #expect(try items("a.json", "[{},\(long),[1]]".utf8) == ["{}", "<\(long.utf8.count)>", "[1]"])
        #expect(try refusal("a.json", long.utf8).code == "too_large")
        #expect(try refusal("a.form", ("a=" + long).utf8).code == "too_large")
    }

    @Test("limits of the file and of its items")
    func limits() throws {
        var limits = Settings().limits
        limits.itemsPerFile = 3
        #expect(try items("a.json", "[1,2,3]".utf8, limits: limits).count == 3)
        #expect(try refusal("a.json", "[1,2,3,4]".utf8, limits: limits).code == "too_large")
        #expect(try items("a.ndjson", "1\n2\n3\n4\n".utf8, limits: limits).count == 4)
        limits.delivery = 5
        #expect(try refusal("a.json", "[1,2,3]".utf8, limits: limits).code == "too_large")
        #expect(try refusal("a.xml", "<rss></rss>".utf8, limits: limits).code == "too_large")
        #expect(try items("a.ndjson", "1\n2\n3\n4\n".utf8, limits: limits).count == 4)
    }

    @Test("a reading goes on where an earlier one stopped", arguments: ["ndjson", "json"])
    func resume(ending: String) throws {
        let inbox = try TemporaryInbox()
        let objects = (0..<5000).map { "{\"n\":\($0),\"text\":\"\(String(repeating: "é", count: $0 % 300))\"}" }
        let text =
            ending == "json" ? "[" + objects.joined(separator: ", ") + "]" : objects.joined(separator: "\n") + "\n"
        try inbox.drop("a." + ending, text)
        var open = try inbox.open().get()
        var taken: [String] = []
        while !open.isFinished {
            taken += try open.next(limit: 701).map(\.text)
            let position = open.position
            #expect(position.index == taken.count)
            open = try inbox.open().get()
            open.seek(to: position)
            if taken.count == objects.count { _ = try open.next(limit: 1) }
        }
        #expect(taken == objects)
    }

    @Test("a batch of large items is cut short")
    func largeItems() throws {
        let inbox = try TemporaryInbox()
        let line = "{\"a\":\"" + String(repeating: "x", count: 200_000) + "\"}\n"
        try inbox.drop("a.ndjson", String(repeating: line, count: 50))
        var open = try inbox.open().get()
        var counts: [Int] = []
        while !open.isFinished { counts.append(try open.next(limit: 512).count) }
        #expect(counts == [21, 21, 8])
    }

    @Test("a million elements are read in little memory")
    func million() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "[" + String(repeating: "1,", count: 999_999) + "1]")
        var open = try inbox.open().get()
        var count = 0
        while !open.isFinished { count += try open.next(limit: 4096).count }
        #expect(count == 1_000_000)
    }
}
