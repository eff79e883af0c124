import Comments
import Foundation
import Settings
import Testing

@testable import Intake

/// Decodes single items for a site at `https://blog.example/`.
struct Decoding {
    static let arrival = Timestamp(rfc3339: "2026-03-01T12:00:00Z")!
    var settings = Settings()

    init() { settings.site.url = "https://blog.example/" }

    private func decode(_ content: RawItem.Content) -> IntakeItem {
        let origin = Origin(
            id: CommentID(high: 1, low: 1),
            delivery: "a.json",
            index: 0,
            arrivedAt: Self.arrival
        )
        return SubmissionDecoder(settings: settings, keys: SiteKeys(secret: [1])).decode(content, origin)
    }

    func json(_ bytes: some Collection<UInt8>) -> IntakeItem { decode(.json(Array(bytes), 0..<bytes.count)) }
    func json(_ text: String) -> IntakeItem { json(text.utf8) }
    func form(_ bytes: some Sequence<UInt8>) -> IntakeItem { decode(.form(Array(bytes))) }
    func form(_ text: String) -> IntakeItem { form(text.utf8) }

    /// A whole submission with some fields replaced: a value as JSON, or nil to leave it out.
    func submission(_ changes: [String: String?] = [:]) -> IntakeItem {
        var fields: [String: String?] = [
            "thread": "\"/2026/a/\"", "name": "\"Ada\"", "email": "\"ada@mail.example\"", "body": "\"Hello there\"",
        ]
        for (name, value) in changes { fields[name] = value }
        let text = fields.sorted { $0.key < $1.key }.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
        return json("{" + text.joined(separator: ",") + "}")
    }
}

extension IntakeItem {
    var decoded: Comments.Comment? {
        if case .comment(let comment) = self { comment } else { nil }
    }

    var problems: [Problem] {
        if case .refusal(let refusal) = self { refusal.problems } else { [] }
    }

    /// `code field`, in order.
    var codes: [String] { problems.map { $0.field.isEmpty ? $0.code : "\($0.code) \($0.field)" } }
}

@Suite("Decoding submissions")
struct SubmissionDecodingTests {
    private let decoding = Decoding()

    @Test("all fields under our names")
    func ours() throws {
        let item = decoding.json(
            """
            {"thread":"https://blog.example/2026/a/#x","title":" A  post ","id":7,"name":" Ada  L. ","email":" ada@mail.example ",
             "website":"ada.example/me","body":" Hello,\\n\\tworld \\u0000","parent":"c3","format":"Markdown","submittedAt":"2026-03-01T10:00:00+01:00",
             "ip":"2001:db8::1","userAgent":"Lynx\\n2","referrer":"https://blog.example/","subscribe":true,"authorToken":"t0","website2":"",
             "mood":"fine","nested":{"a":[1,null]}}
            """
        )
        let comment = try #require(item.decoded)
        #expect(
            comment.thread
                == ThreadAddress(canonical: "https://blog.example/2026/a", url: "https://blog.example/2026/a/")
        )
        #expect(comment.title == "A post")
        #expect(comment.senderID == "7")
        #expect(comment.author.name == "Ada L.")
        #expect(comment.author.email == "ada@mail.example")
        #expect(comment.author.website == "http://ada.example/me")
        #expect(comment.body == "Hello,\n\tworld")
        #expect(comment.parent == "c3")
        #expect(comment.format == .markdown)
        #expect(comment.submittedAt.description == "2026-03-01T09:00:00Z")
        #expect(comment.author.ip == "2001:db8::1")
        #expect(comment.author.userAgent == "Lynx 2")
        #expect(comment.author.referrer == "https://blog.example/")
        #expect(comment.wantsReplies)
        #expect(comment.authorToken == "t0")
        #expect(!comment.filledHoneypot)
        #expect(comment.extra == #"{"mood":"fine","nested":{"a":[1,null]}}"#)
        #expect(comment.findings.isEmpty)
    }

    @Test(
        "names of WordPress's form, Staticman's and other forms",
        arguments: [
            #"{"comment_post_ID":12,"author":"Ada","email":"ada@mail.example","url":"https://ada.example","comment":"Hello","comment_parent":"3"}"#,
            #"{"slug":"12","fields[name]":"Ada","fields[email]":"ada@mail.example","fields[message]":"Hello","author_url":"https://ada.example","parent_id":3}"#,
            #"{"post_url":"12","author":"Ada","email":"ada@mail.example","message":"Hello","url":"https://ada.example","in_reply_to":"3"}"#,
            #"{"post":12,"name":"Ada","email":"ada@mail.example","content":"Hello","website":"https://ada.example","url":"x","parent":3}"#,
            #"{"options":{"slug":"12"},"fields":{"name":"Ada","email":"ada@mail.example","message":"Hello","url":"https://ada.example","parent":"3"}}"#,
        ]
    )
    func aliases(json: String) throws {
        let comment = try #require(decoding.json(json).decoded)
        #expect(comment.thread.canonical == "https://blog.example/12")
        #expect(comment.author.name == "Ada")
        #expect(comment.author.email == "ada@mail.example")
        #expect(comment.author.website == "https://ada.example")
        #expect(comment.body == "Hello")
        #expect(comment.parent == "3")
    }

    @Test("`url` is the thread where nothing else names one")
    func url() throws {
        let alone = try #require(decoding.submission(["thread": nil, "url": "\"/b\""]).decoded)
        #expect(alone.thread.canonical == "https://blog.example/b")
        #expect(alone.author.website == nil)
        let both = try #require(decoding.submission(["url": "\"ada.example\""]).decoded)
        #expect(both.thread.canonical == "https://blog.example/2026/a")
        #expect(both.author.website == "http://ada.example")
        #expect(
            try #require(decoding.submission(["thread": "\"\"", "url": "\"/b\""]).decoded).thread.canonical
                == "https://blog.example/b"
        )
    }

    @Test("no parent", arguments: ["null", "\"\"", "0", "\"0\"", "\" \""])
    func noParent(value: String) throws {
        #expect(try #require(decoding.submission(["parent": value]).decoded).parent == nil)
    }

    @Test("a known field whose place another took is kept beside the unknown ones")
    func losers() throws {
        let comment = try #require(decoding.submission(["message": "\"other\"", "x": "1"]).decoded)
        #expect(comment.body == "Hello there")
        #expect(comment.extra == #"{"x":1,"message":"other"}"#)
    }

    @Test("unknown fields are kept up to 4 KiB")
    func extra() throws {
        let long = "\"" + String(repeating: "x", count: 3000) + "\""
        let comment = try #require(decoding.submission(["x1": long, "x2": long, "x3": "3"]).decoded)
        #expect(try #require(comment.extra).utf8.count <= 4096)
        #expect(comment.extra?.hasSuffix(#"xxx","x3":3}"#) == true)
    }

    @Test(
        "a filled honeypot is told",
        arguments: [("\"x\"", true), ("\" \"", false), ("null", false), ("false", false), ("1", true), ("[]", true)]
    )
    func honeypot(value: String, isFilled: Bool) throws {
        #expect(try #require(decoding.submission(["website2": value]).decoded).filledHoneypot == isFilled)
    }

    @Test("the honeypot may have the name of a field")
    func honeypotName() throws {
        var decoding = decoding
        decoding.settings.honeypot = "url"
        let comment = try #require(decoding.submission(["url": "\"https://spam.example\""]).decoded)
        #expect(comment.filledHoneypot)
        #expect(comment.author.website == nil)
    }

    @Test("a time after the arrival is the arrival, with a finding; without one it is the arrival")
    func dates() throws {
        let future = try #require(decoding.submission(["date": "\"2026-03-01T12:00:01Z\""]).decoded)
        #expect(future.submittedAt == Decoding.arrival)
        #expect(future.findings.map(\.symbol) == ["future_date"])
        #expect(try #require(decoding.submission().decoded).submittedAt == Decoding.arrival)
    }

    @Test(
        "a website is http or https, or dropped with a finding",
        arguments: [
            ("https://ada.example/a?b#c", "https://ada.example/a?b#c"), ("HTTP://Ada.example", "http://Ada.example"),
            ("ada.example:8080/x", "http://ada.example:8080/x"), ("//ada.example", "http://ada.example"),
            ("www.ada.example", "http://www.ada.example"),
            ("ftp://ada.example", nil), ("javascript:alert(1)", nil), ("mailto:ada@mail.example", nil), ("none", nil),
            ("/a.b", nil),
            ("https://ada:pw@ada.example", nil), ("http://a b.example", nil), ("http://ada.example/\\\"onclick=x", nil),
        ]
    )
    func website(text: String, expected: String?) throws {
        let comment = try #require(decoding.submission(["website": "\"\(text)\""]).decoded)
        #expect(comment.author.website == expected)
        #expect(comment.findings.map(\.symbol) == (expected == nil ? ["invalid_website"] : []))
    }

    @Test("addresses are dropped with a finding, or refused, never repaired")
    func addresses() throws {
        var lenient = decoding
        lenient.settings.require.nameAndEmail = false
        for bad in [
            "a b@mail.example", "ada@localhost", "ada@mail.example\\r\\nBcc: x@y.example", "ada\\u0000@mail.example",
        ] {
            #expect(decoding.submission(["email": "\"\(bad)\""]).codes == ["require_valid_email email"])
            let comment = try #require(lenient.submission(["email": "\"\(bad)\""]).decoded)
            #expect(comment.author.email == nil)
            #expect(comment.findings.map(\.symbol) == ["invalid_email"])
        }
        #expect(lenient.submission(["email": nil, "name": nil]).decoded?.author.name == "")
    }

    @Test(
        "of an IP address what cannot stand in one is removed",
        arguments: [("203.0.113.9, 2001:db8::1", "203.0.113.9, 2001:db8::1"), ("<1.2.3.4>", "1.2.3.4"), ("xyz", nil)]
    )
    func ip(text: String, expected: String?) throws {
        let comment = try #require(decoding.submission(["ip": "\"\(text)\""]).decoded)
        #expect(comment.author.ip == expected)
        #expect(comment.findings.map(\.symbol) == (expected == nil ? ["invalid_ip"] : []))
    }

    @Test("a name is stored as typed: composed, trimmed, on one line")
    func names() throws {
        let name = try #require(decoding.submission(["name": "\" A\\u0000d\\na  <b>&\\t\\u0065\\u0301 \""]).decoded)
            .author.name
        #expect(name == "Ad a <b>& \u{E9}")
    }

    @Test("a moderator's action")
    func action() {
        guard case .action(let action) = decoding.json(#"{"action":"approve","comment":"01ARYZ6S41","token":"t"}"#)
        else {
            Issue.record("no action")
            return
        }
        #expect(action.action == "approve")
        #expect(action.comment == "01ARYZ6S41")
        #expect(action.token == "t")
        #expect(decoding.json(#"{"action":"approve","token":"t"}"#).codes == ["invalid_action comment"])
        #expect(decoding.json(#"{"action":1,"comment":"x","token":"t"}"#).codes == ["wrong_type action"])
        #expect(decoding.submission(["action": "\"post\""]).decoded?.extra == #"{"action":"post"}"#)
        let others = #"{"action":"post","comment_post_ID":7,"name":"A","email":"a@b.example","comment":"x"}"#
        #expect(decoding.json(others).decoded?.body == "x")
        #expect(decoding.form("action=approve&comment=01ARYZ6S41&token=t").decoded == nil)
    }
}
