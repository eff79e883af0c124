import Comments
import Foundation
import Settings
import Testing

@testable import Intake

@Suite("Problems of submissions")
struct SubmissionProblemTests {
    private let decoding = Decoding()

    @Test("every problem is listed, not the first")
    func all() {
        #expect(
            decoding.json("{}").codes == [
                "invalid_thread thread", "require_name_email name", "require_name_email email",
                "require_valid_comment body",
            ]
        )
        #expect(
            decoding.json(#"{"thread":"ftp://x.example","name":3,"email":"a","website":[],"body":" ","date":"today"}"#)
                .codes == [
                    "invalid_thread thread", "wrong_type name", "require_valid_email email", "wrong_type website",
                    "require_valid_comment body",
                    "invalid_date submittedAt",
                ]
        )
    }

    @Test(
        "what shows nothing is missing",
        arguments: [
            "", " ", "\\u00a0", "\\u200b\\u200d\\ufeff", "\\t\\n\\r", "<b></b>", "<br>", "<!-- x -->", "&nbsp;",
            "<p>&nbsp;</p>\\u00a0", "<img src=x>",
            "<script></script>",
        ]
    )
    func blankBody(body: String) {
        #expect(decoding.submission(["body": "\"\(body)\""]).codes == ["require_valid_comment body"])
    }

    @Test(
        "what shows something is not",
        arguments: ["0", ".", "<3", "<b>x</b>", "&amp;", "<john@example.org>", "&#8203;x", "\\ud83d\\ude00"]
    )
    func visibleBody(body: String) {
        #expect(decoding.submission(["body": "\"\(body)\""]).decoded != nil)
    }

    @Test("markup without text is text where tags are shown as typed, and missing in Markdown")
    func formats() {
        #expect(decoding.submission(["body": "\"<b></b>\"", "format": "\"text\""]).decoded != nil)
        #expect(
            decoding.submission(["body": "\"***\"", "format": "\"markdown\""]).codes == ["require_valid_comment body"]
        )
        #expect(decoding.submission(["body": "\"# a\"", "format": "\"markdown\""]).decoded != nil)
    }

    @Test(
        "a name of tags or of what follows an open one is missing",
        arguments: ["<b></b>", "<", "\\u200b", "<i>\\u00a0</i>", "<3 Ada"]
    )
    func blankName(name: String) {
        #expect(decoding.submission(["name": "\"\(name)\""]).codes == ["require_name_email name"])
    }

    @Test(
        "lengths count bytes",
        arguments: [
            ("name", 245, "", "comment_author_column_length"),
            ("email", 100, "@mail.example", "comment_author_email_column_length"),
            ("website", 200, "", "comment_author_url_column_length"),
            ("body", 65_525, "", "comment_content_column_length"),
        ]
    )
    func lengths(field: String, limit: Int, end: String, code: String) {
        let start = field == "website" ? "https://ada.example/" : ""
        func value(_ length: Int) -> String {
            "\"" + start + String(repeating: "x", count: length - end.count - start.count) + end + "\""
        }
        #expect(decoding.submission([field: value(limit)]).decoded != nil)
        #expect(decoding.submission([field: value(limit + 1)]).codes == ["\(code) \(field)"])
        let wide = String(repeating: "é", count: limit / 2 + 1)
        if field == "name" || field == "body" {
            #expect(decoding.submission([field: "\"\(wide)\""]).codes == ["\(code) \(field)"])
        }
    }

    @Test("tags do not count in the length of a name, but have a limit of their own")
    func taggedName() {
        let name = String(repeating: "x", count: 245)
        #expect(decoding.submission(["name": "\"<b>\(name)</b>\""]).decoded != nil)
        let long = name + name + name + name + name
        #expect(decoding.submission(["name": "\"<b \(long)>x\""]).codes == ["comment_author_column_length name"])
    }

    @Test(
        "a field that is no text",
        arguments: [
            (["name": "5"], ["wrong_type name"]), (["body": "{\"a\":1}"], ["wrong_type body"]),
            (["email": "true"], ["wrong_type email"]),
            (["thread": "1.5"], ["wrong_type thread"]), (["id": "[1]"], ["wrong_type id"]),
            (["parent": "1e3"], ["wrong_type parent"]),
            (["date": "1700000000"], ["invalid_date submittedAt"]), (["ip": "1"], ["wrong_type ip"]),
            (["body": "\"\\ud800\""], ["invalid_encoding body"]), (["name": "\"\\ud800\""], ["invalid_encoding name"]),
            (["x": "\"\\udc00\""], ["invalid_encoding x"]), (["email": "\"\\x\""], ["invalid_encoding email"]),
        ] as [([String: String?], [String])]
    )
    func kinds(changes: [String: String?], codes: [String]) {
        #expect(decoding.submission(changes).codes == codes)
    }

    @Test(
        "overlong and broken UTF-8",
        arguments: [[0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0xE2, 0x82]] as [[UInt8]]
    )
    func invalidUTF8(bytes: [UInt8]) {
        let head = Array(#"{"thread":"/a","name":"Ada","email":"ada@mail.example","body":""#.utf8)
        #expect(decoding.json(head + bytes + Array("\"}".utf8)).codes == ["invalid_encoding body"])
        #expect(decoding.json(Array("{\"".utf8) + bytes + Array("\":1}".utf8)).codes.first == "invalid_encoding key")
        #expect(
            decoding.form(Array("thread=/a&name=Ada&email=ada@mail.example&body=".utf8) + bytes).codes == [
                "invalid_encoding body"
            ]
        )
    }

    @Test(
        "an item that is no object, or not JSON",
        arguments: [
            ("3", "not_an_object"), ("\"x\"", "not_an_object"), ("[]", "not_an_object"), ("null", "not_an_object"),
            ("{", "invalid_json"),
            ("{\"a\":1}x", "invalid_json"), ("nonsense", "invalid_json"), ("{\"a\":\"\u{1}\"}", "invalid_json"),
            ("{\"a\":01}", "invalid_json"),
            ("{\"a\":" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}", "too_deep"),
        ]
    )
    func broken(json: String, code: String) {
        #expect(decoding.json(json).codes == [code])
    }

    @Test("a key that is there twice, known or not")
    func duplicates() {
        #expect(
            decoding.json(#"{"thread":"/a","name":"A","email":"a@b.example","body":"x","body":"y"}"#).codes == [
                "duplicate_key body"
            ]
        )
        #expect(
            decoding.json(#"{"thread":"/a","name":"A","email":"a@b.example","body":"x","q":1,"\u0071":2}"#).codes == [
                "duplicate_key q"
            ]
        )
    }

    @Test("a name with a sign that begins no tag is one", arguments: ["< Ada", "Ada <3 Bo", "<b>Ada</b>", ">"])
    func visibleName(name: String) {
        #expect(decoding.submission(["name": "\"\(name)\""]).decoded?.author.name == name)
    }

    @Test("thousands of faults are a handful of problems")
    func many() {
        let keys = (0..<5000).map { "\"k\($0 % 2000)\":\"\\ud800\"" }.joined(separator: ",")
        #expect(decoding.json("{\(keys)}").problems.count == 32)
        #expect(
            decoding.json("{" + String(repeating: "\"id\":1,", count: 5000) + "\"x\":1}").codes.filter {
                $0 == "duplicate_key id"
            }.count == 1
        )
    }

    @Test("a refusal keeps what could be read")
    func kept() {
        guard
            case .refusal(let refusal) = decoding.submission([
                "name": nil, "id": "\"s1\"", "date": "\"2026-02-01T00:00:00Z\"",
            ])
        else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.thread?.canonical == "https://blog.example/2026/a")
        #expect(refusal.senderID == "s1")
        #expect(refusal.body == "Hello there")
        #expect(refusal.author.email == "ada@mail.example")
        #expect(refusal.submittedAt?.description == "2026-02-01T00:00:00Z")
    }

    @Test("messages name the value, shortened, and the remedy; never a private one")
    func messages() throws {
        let secret = "secret-\(String(repeating: "x", count: 300))"
        for field in ["email", "ip", "userAgent", "authorToken"] {
            for value in ["\"\(secret)\"", "\"\(secret)\\ud800\"", "{\"\(secret)\":1}"] {
                for problem in decoding.submission([field: value]).problems {
                    #expect(!problem.message.contains("secret"))
                }
            }
        }
        let long = try #require(decoding.submission(["name": "\"\(secret)\""]).problems.first)
        #expect(long.message.contains("'secret-xxx"))
        #expect(long.message.utf8.count < 200)
        let mail = String(repeating: "ada@mail.example ", count: 20)
        #expect(
            try #require(decoding.submission(["name": "\"\(mail)\""]).problems.first).message.contains("@") == false
        )
        #expect(
            try #require(decoding.submission(["thread": "\"ftp://x.example\""]).problems.first).message.contains(
                "'ftp://x.example'"
            )
        )
    }

    @Test("what is to be submitted is validated the same way")
    func validate() {
        let decoder = SubmissionDecoder(settings: decoding.settings, keys: SiteKeys(secret: [1]))
        let good = Array(#"{"thread":"/a","name":"A","email":"a@b.example","body":"x"}"#.utf8)
        #expect(decoder.validate(good, kind: .json, now: Decoding.arrival).isEmpty)
        #expect(decoder.validate(Array("body=x".utf8), kind: .form, now: Decoding.arrival).count == 3)
        #expect(decoder.validate(Array("{".utf8), kind: .json, now: Decoding.arrival).map(\.code) == ["invalid_json"])
        let large = [UInt8](repeating: 0x20, count: 300_000)
        #expect(decoder.validate(large, kind: .json, now: Decoding.arrival).map(\.code) == ["too_large"])
    }
}
